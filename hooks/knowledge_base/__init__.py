"""The domain of the SSE Knowledge Base: sources, passages, quotations, concepts, and the rules between them.

Plain Python over a folder of Markdown pages. Nothing here imports MkDocs; the hook files beside this package do, and
hand over at once.
"""
