"""What a timeline adds up to: one measure a file, each a pure function of a frame that gives a frame.

A measure gives a row for each thing that it counts, with ``event``, the place of the event in the frame that was given;
so whoever adds rows up can always say which events stand behind a number. Nothing is drawn or worded here.
"""
