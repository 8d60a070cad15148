"""Leaves out of a graph what only its readers want: names of nodes, documentation, shapes in between; and shortens inner names."""
import onnx, sys
def strip(g, outer, above=frozenset()):
    keep=above|{i.name for i in g.input}|{o.name for o in g.output}; local=dict(outer)
    def short(n, local):
        if not n or n in keep: return n
        if n not in local: local[n]=f'v{strip.k}'; strip.k+=1
        return local[n]
    del g.value_info[:]; g.doc_string=''
    for t in g.initializer:
        t.name=short(t.name,local); t.doc_string=''
    for n in g.node:
        n.name=''; n.doc_string=''
        n.input[:]=[local.get(i,i) if i in local else (i if i in keep else short(i,local)) for i in n.input]
        for a in n.attribute:
            if a.type==onnx.AttributeProto.GRAPH: strip(a.g, local, keep)
        n.output[:]=[short(o,local) for o in n.output]
strip.k=0
for p in sys.argv[1:]:
    m=onnx.load(p); strip(m.graph,{}); onnx.checker.check_model(m); onnx.save(m,p)
