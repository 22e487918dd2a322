"""What a text tells: who, where, what, how many, on whose word.

The modules in the order in which ``tracker.pipeline`` and then ``extract`` pass through them:

names found
    names, expressions, usage; actors, groups, called, introductions, people, led_back, places; which_conflict
sentences read
    line, clauses, skeleton, reading; likeness and topic for what the whole is about
events found
    patterns, steps, voices and inflect read the triggers, sieve says which a line can have; stand_ins the nouns for
    their pronouns; find, misread, described, matter and untold say what stands; mood, purpose, unsettled, nobody;
    verbs_of_saying, saying, bystanders and attribution for whose words they are; appeals, positions, statements, terms
    and likely for what no trigger tells
who takes part
    roles, subjects, mentions, listed, asides, openings, hosts, spoken, standing_by, filling, counterparts; needs for
    who must
when
    bind, free, meant, fitting, lasting, counted in the sentence; lending and moments between its clauses; occasions,
    beforehand, followed and sequel between sentences; status; dating for what the report says, background for what no
    date dates; several for what is told once of several days
where and how many
    where, quantities, rounds, tracks
one report an event
    candidate, coreference, salience, features, probability, reports
"""
