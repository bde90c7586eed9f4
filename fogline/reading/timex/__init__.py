"""Time expressions: `grammar` finds the words, rule modules say what they mean, `frame` reads the words around them.

`dates`, `years`, `weekdays`, `relative`, `previous`, `periods`, `durations`, `ordinals`, `clock` and `sets` each hold a
tuple of rules; `sense` is what a rule answers; `calendar` counts days, `lengths` units; `tense` tells whether a
sentence looks ahead or back; `days` finds the day of a clock time, `spoken` that of a quotation; `scenery` sets out
the text, the dateline and the report's day.
"""
