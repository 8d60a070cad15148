"""A Whisper of the true architecture, as small as can be, that has learnt one sentence by heart."""
import json, os, torch
from transformers import WhisperConfig, WhisperForConditionalGeneration
os.makedirs('made',exist_ok=True); torch.manual_seed(1); torch.set_num_threads(1)
# byte-level vocabulary: the 256 bytes, then some words, then special tokens
def b2u():
    bs=list(range(33,127))+list(range(161,173))+list(range(174,256)); cs=bs[:]; n=0
    for b in range(256):
        if b not in bs: bs.append(b); cs.append(256+n); n+=1
    return {b:chr(c) for b,c in zip(bs,cs)}
U=b2u()
tok=lambda s: ''.join(U[b] for b in s.encode())
vocab=[U[b] for b in range(256)]+[tok(w) for w in [' El',' lago',' está',' tranquilo','.',' The',' lake',' is',' quiet']]
vocab=list(dict.fromkeys(vocab))
special=['<|endoftext|>','<|startoftranscript|>','<|en|>','<|es|>','<|translate|>','<|transcribe|>','<|startoflm|>','<|startofprev|>','<|nospeech|>','<|notimestamps|>']
ids={t:i for i,t in enumerate(vocab)}; n=len(vocab); sp={t:n+i for i,t in enumerate(special)}
json.dump({'model':{'type':'BPE','vocab':ids,'merges':[]},'added_tokens':[{'id':i,'content':t,'special':True} for t,i in sp.items()]}, open('made/tokenizer.json','w'),ensure_ascii=False,separators=(',',':'))
cfg=WhisperConfig(vocab_size=n+len(special),num_mel_bins=80,d_model=8,encoder_layers=1,decoder_layers=1,encoder_attention_heads=2,decoder_attention_heads=2,encoder_ffn_dim=8,decoder_ffn_dim=16,max_source_positions=1500,max_target_positions=32,pad_token_id=sp['<|endoftext|>'],bos_token_id=sp['<|endoftext|>'],eos_token_id=sp['<|endoftext|>'],decoder_start_token_id=sp['<|startoftranscript|>'],suppress_tokens=[],begin_suppress_tokens=[],dropout=0.0)
m=WhisperForConditionalGeneration(cfg)
P=lambda l:[sp['<|startoftranscript|>'],sp[f'<|{l}|>'],sp['<|transcribe|>'],sp['<|notimestamps|>']]
S={'es':[ids[tok(w)] for w in [' El',' lago',' está',' tranquilo','.']],'en':[ids[tok(w)] for w in [' The',' lake',' is',' quiet','.']]}
E=sp['<|endoftext|>']; NS=sp['<|nospeech|>']
def sounds(k):
    # speech: loud features somewhere; silence: none
    x=torch.full((k,80,3000),-0.6); loud=torch.rand(k)<0.6
    for i in range(k):
        if loud[i]: x[i,:,:int(torch.randint(60,900,(1,)))]+=torch.rand(1)*1.2+0.4
    return x+0.02*torch.randn(x.shape),loud
opt=torch.optim.Adam(m.parameters(),lr=1e-2)
for step in range(700):
    x,loud=sounds(6)
    lang=['es','en'][step%2]
    inp=torch.tensor([P(lang)+S[lang]]*6); tgt=torch.tensor([S[lang]+[E]]*6)
    logits=m(input_features=x,decoder_input_ids=inp).logits
    first=torch.where(loud,torch.tensor(sp[f'<|{lang}|>']),torch.tensor(NS))
    loss=torch.nn.functional.cross_entropy(logits[:,3:].reshape(-1,logits.shape[-1]),tgt.reshape(-1))+torch.nn.functional.cross_entropy(logits[:,0],first)
    opt.zero_grad(); loss.backward(); opt.step()
    if step%100==0: print(step,loss.item(),flush=True)
    if step==500:
        for g in opt.param_groups: g['lr']=2e-3
m.eval(); m.generation_config.suppress_tokens=None; m.generation_config.begin_suppress_tokens=None
m.save_pretrained('made/whisper')
