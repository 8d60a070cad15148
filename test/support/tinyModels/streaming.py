"""A model of Moonshine's streaming family as small as can be: its five graphs, with their inputs and outputs and what they
remember. It has learnt one sentence by heart."""
import json, math, torch, torch.nn as nn, torch.nn.functional as F
torch.manual_seed(1); torch.set_num_threads(1)
D=8; DEPTH=1; H=2; HD=4; V=592; SENT=[591,505,445,541,366]; LOOK=4; FRAME=80; LEFT=16
class Frontend(nn.Module):
    def __init__(s):
        super().__init__(); s.lin=nn.Linear(FRAME,D,bias=False); s.c1=nn.Conv1d(D,2*D,5,2); s.c2=nn.Conv1d(2*D,D,5,2)
    def forward(s,audio_chunk,sample_buffer,sample_len,conv1_buffer,conv2_buffer,frame_count):
        keep=sample_len[0]
        x=torch.cat([sample_buffer[:,:keep],audio_chunk],1)
        n=x.shape[1]//FRAME; used=n*FRAME
        f=x[:,:used].reshape(1,-1,FRAME)
        f=f-f.mean(-1,keepdim=True); f=f/(f.pow(2).mean(-1,keepdim=True)+1e-6).sqrt()
        h=F.silu(s.lin(f)).transpose(1,2)
        a=torch.cat([conv1_buffer,h],2); b=F.silu(s.c1(a)); c=torch.cat([conv2_buffer,b],2)
        rest=x[:,used:]; pad=torch.cat([rest,torch.zeros_like(sample_buffer)],1)[:,:79]
        return s.c2(c).transpose(1,2),pad,torch.ones_like(rest[0],dtype=torch.int64).sum().reshape(1),a[:,:,-4:],c[:,:,-4:],frame_count+n
class Encoder(nn.Module):
    def __init__(s): super().__init__(); s.q=nn.Linear(D,3*D); s.o=nn.Linear(D,D); s.n=nn.LayerNorm(D)
    def forward(s,features):
        q,k,v=s.q(features).split(D,-1); L=features.shape[1]
        p=torch.arange(L); d=p[:,None]-p[None,:]
        w=(q@k.transpose(1,2)/math.sqrt(D)).masked_fill(((d<-LOOK)|(d>LEFT))[None],-1e9).softmax(-1)
        return s.n(features+s.o(w@v))
class Adapter(nn.Module):
    def __init__(s): super().__init__(); s.pos=nn.Embedding(2048,1); s.up=nn.Linear(1,D); s.proj=nn.Linear(D,D)
    def forward(s,encoded,pos_offset):
        p=torch.arange(encoded.shape[1])+pos_offset[0]
        return s.proj(encoded+s.up(torch.sin(p.to(torch.float32)*0.1)[None,:,None]))
heads=lambda x:x.reshape(1,-1,H,HD).transpose(1,2)
class Cross(nn.Module):
    def __init__(s): super().__init__(); s.k=nn.Linear(D,D); s.v=nn.Linear(D,D)
    def forward(s,memory): return heads(s.k(memory))[None],heads(s.v(memory))[None]
class Decoder(nn.Module):
    def __init__(s):
        super().__init__(); s.e=nn.Embedding(V,D); s.pos=nn.Embedding(64,D); s.qkv=nn.Linear(D,3*D); s.o=nn.Linear(D,D); s.cq=nn.Linear(D,D); s.co=nn.Linear(D,D); s.ff=nn.Sequential(nn.Linear(D,2*D),nn.ReLU(),nn.Linear(2*D,D)); s.n=nn.LayerNorm(D)
    def forward(s,token,k_self,v_self,out_k_cross,out_v_cross):
        past=k_self.shape[3]; n=token.shape[1]; p=torch.arange(n)+past
        x=s.e(token)+s.pos(p)[None]
        q,k,v=s.qkv(x).split(D,-1)
        k=torch.cat([k_self[0],heads(k)],2); v=torch.cat([v_self[0],heads(v)],2)
        w=heads(q)@k.transpose(2,3)/math.sqrt(HD)
        w=w.masked_fill(p[:,None]<torch.arange(past+n)[None,:],-1e9).softmax(-1)
        x=x+s.o((w@v).transpose(1,2).reshape(1,-1,D))
        w=(heads(s.cq(x))@out_k_cross[0].transpose(2,3)/math.sqrt(HD)).softmax(-1)
        x=x+s.co((w@out_v_cross[0]).transpose(1,2).reshape(1,-1,D))
        x=s.n(x+s.ff(x))
        return x@s.e.weight.t(),k[None],v[None]
fr,en,ad,cr,de=Frontend(),Encoder(),Adapter(),Cross(),Decoder()
z=lambda *sh:torch.zeros(*sh); i0=lambda: torch.zeros(1,dtype=torch.int64)
begun=lambda:(z(1,79),i0(),z(1,D,4),z(1,2*D,4),i0())
ps=[p for m in (fr,en,ad,cr,de) for p in m.parameters()]
opt=torch.optim.Adam(ps,lr=1e-2)
for step in range(300):
    a=torch.randn(1,1280*int(torch.randint(1,20,(1,))))*torch.rand(1)
    mem=ad(en(fr(a,*begun())[0]),i0()); kc,vc=cr(mem)
    inp=torch.tensor([[1]+SENT]); tgt=torch.tensor(SENT+[2])
    lg=de(inp,z(1,1,H,0,HD),z(1,1,H,0,HD),kc,vc)[0]
    loss=F.cross_entropy(lg[0],tgt); opt.zero_grad(); loss.backward(); opt.step()
    if step%100==0: print(step,loss.item(),flush=True)
out='made/streaming/'; import os; os.makedirs(out,exist_ok=True)
def ex(m,args,name,i,o,dyn):
    m.eval(); torch.onnx.export(m,args,out+name+'.onnx',input_names=i,output_names=o,dynamic_axes=dyn,opset_version=17,dynamo=False)
with torch.no_grad():
    ex(fr,(torch.randn(1,1280),z(1,79),torch.tensor([7]),z(1,D,4),z(1,2*D,4),i0()),'frontend',['audio_chunk','sample_buffer','sample_len','conv1_buffer','conv2_buffer','frame_count'],['features','sample_buffer_out','sample_len_out','conv1_buffer_out','conv2_buffer_out','frame_count_out'],{'audio_chunk':{1:'n'},'features':{1:'t'}})
    ex(en,(torch.randn(1,30,D),),'encoder',['features'],['encoded'],{'features':{1:'t'},'encoded':{1:'t'}})
    ex(ad,(torch.randn(1,30,D),i0()),'adapter',['encoded','pos_offset'],['memory'],{'encoded':{1:'t'},'memory':{1:'t'}})
    ex(cr,(torch.randn(1,30,D),),'cross_kv',['memory'],['k_cross','v_cross'],{'memory':{1:'t'},'k_cross':{3:'t'},'v_cross':{3:'t'}})
    ex(de,(torch.tensor([[1,5]]),z(1,1,H,3,HD),z(1,1,H,3,HD),z(1,1,H,30,HD),z(1,1,H,30,HD)),'decoder_kv',['token','k_self','v_self','out_k_cross','out_v_cross'],['logits','out_k_self','out_v_self'],{'token':{1:'n'},'k_self':{3:'p'},'v_self':{3:'p'},'out_k_cross':{3:'t'},'out_v_cross':{3:'t'},'logits':{1:'n'},'out_k_self':{3:'q'},'out_v_self':{3:'q'}})
json.dump(dict(encoder_dim=D,decoder_dim=D,depth=DEPTH,nheads=H,head_dim=HD,vocab_size=V,bos_id=1,eos_id=2,frame_len=FRAME,total_lookahead=LOOK,d_model_frontend=D,c1=2*D,c2=D,frontend_state_shapes=dict(sample_buffer=[1,79],sample_len=[1],conv1_buffer=[1,D,4],conv2_buffer=[1,2*D,4],frame_count=[1])),open(out+'streaming_config.json','w'))
