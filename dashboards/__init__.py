"""The Dash app on top of the tracker."""
