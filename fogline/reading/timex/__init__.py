"""Time expressions: `grammar` finds the words, rule modules say what they mean, `frame` reads the words around them.

`dates`, `weekdays`, `relative`, `durations`, `ordinals`, `clock` and `sets` each hold a tuple of rules; `sense` is
what a rule answers; `calendar` counts days; `tense` tells whether a sentence looks ahead or back.
"""
