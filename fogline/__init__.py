"""Fogline reads reports of a war and keeps a ledger of who is said to have done what to whom, according to whom.

>>> import fogline
>>> ledger = fogline.read("The ministry said on Friday that two boats sank.", published="2025-11-22")
>>> [ledger.words(s) for a in ledger.attributions for s in a.cue]
['said']
"""

from __future__ import annotations
