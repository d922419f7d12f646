"""Reports: what leaves the house, contents first as plain data, then the renderers.

`brief` turns the facts of a period (`queries`, `brief_facts`) and the facilitator's choices
(`brief_draft`) into one page: `brief_contents` says what stands there, `brief_page` and `pdf` print
it, `brief_checks` looks at it before it is shared. `exports` writes workbooks of the roster,
attendance and contributions. `panels` and `charts` draw what insights read. Survey figures come
only as they were frozen; nobody is named in a brief; private notes leave in nothing.
"""
