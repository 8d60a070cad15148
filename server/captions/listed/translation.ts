import type { ListedFile, ListedModel } from '../models.ts'

type Sum = readonly [bytes: number, sha256: string]

const names = new Intl.DisplayNames(['en'], { type: 'language' })
/** Version 0.3.3 of the models that Firefox translates with; their checksums are those of Mozilla's own list. */
const AT = 'https://storage.googleapis.com/bergamot-models-sandbox/0.3.3'
const NOTICE =
  'Translation model: © Mozilla and contributors, MPL-2.0. Source: https://github.com/mozilla/firefox-translations-models'

function translation(
  from: string,
  into: string,
  { model, shortlist, vocabulary }: { model: Sum; shortlist: Sum; vocabulary: readonly [string, ...Sum] },
): ListedModel {
  const pair = `${from}${into}`
  const file = (path: string, [bytes, sha256]: Sum): ListedFile => ({
    path,
    bytes,
    sha256,
    from: `${AT}/${pair}/${path}`,
  })
  const [of, ...sum] = vocabulary
  return {
    name: `translation-${from}-${into}`,
    label: `${names.of(from)} into ${names.of(into)}`,
    kind: 'translation',
    from,
    into,
    licence: 'MPL-2.0',
    notice: NOTICE,
    files: {
      model: file(`model.${pair}.intgemm.alphas.bin`, model),
      vocabulary: file(`vocab.${of}.spm`, sum),
      shortlist: file(`lex.50.50.${pair}.s2t.bin`, shortlist),
    },
  }
}

export const translationModels: readonly ListedModel[] = [
  translation('en', 'es', {
    model: [17_140_755, 'fa7460037a3163e03fe1d23602f964bff2331da6ee813637e092ddf37156ef53'],
    shortlist: [3_347_104, '3a113d713dec3cf1d12bba5b138ae616e28bba4bbc7fe7fd39ba145e26b86d7f'],
    vocabulary: ['esen', 825_463, '909b1eea1face0d7f90a474fe29a8c0fef8d104b6e41e65616f864c964ba8845'],
  }),
  translation('es', 'en', {
    model: [17_140_755, '4b6b7f451094aaa447d012658af158ffc708fc8842dde2f871a58404f5457fe0'],
    shortlist: [3_860_888, 'f11a2c23ef85ab1fee1c412b908d69bc20d66fd59faa8f7da5a5f0347eddf969'],
    vocabulary: ['esen', 825_463, '909b1eea1face0d7f90a474fe29a8c0fef8d104b6e41e65616f864c964ba8845'],
  }),
  translation('en', 'de', {
    model: [17_140_835, 'b3e980d6602ab0bdfe8d9315cb5fc282a16bb1c8dccf38e70945c584551c4318'],
    shortlist: [3_943_644, 'f03eb8245042feb7a5800815b8d0dc215d7a60691632405b65c461d250cedbe6'],
    vocabulary: ['deen', 784_269, '417668f2ed297970febafb5b079a9d5ebc4ed0b3550ac8386d67a90473a09bd7'],
  }),
  translation('de', 'en', {
    model: [17_140_837, '1980225d00dc5645491777accff5b3c9d20b92eff67a25135f1cf8fe2ed8fb8f'],
    shortlist: [5_047_568, '2f7c0f7bbce97ae5b52454074a892ba7b7610fb98e3c5d341e4ca79f0850c4de'],
    vocabulary: ['deen', 784_269, '417668f2ed297970febafb5b079a9d5ebc4ed0b3550ac8386d67a90473a09bd7'],
  }),
  translation('en', 'fr', {
    model: [17_140_961, '0678019c4d74c8c81d2de17e3e58d3aba5f5eb48f5595d9240c17f69d30461de'],
    shortlist: [7_886_500, '38fb44bad1fd5f1e6bfdcf15cc8baa09d61aad2a4f9c587914e24e7b5c25c32c'],
    vocabulary: ['fren', 831_382, '4c84b95b62c930f0791466d73eb996841eef474c96d0c2f0e6c6d80640f2005a'],
  }),
  translation('fr', 'en', {
    model: [17_140_961, '185f76d24c2d400fe4ea0cb2487df77722641b97a3ef10633872e8a7fdf40e09'],
    shortlist: [8_818_768, '3148abf21ea98a4d69d0e4504e0d68a6c060204a9b9a39b76855aee1d5b2c8ea'],
    vocabulary: ['fren', 831_382, '4c84b95b62c930f0791466d73eb996841eef474c96d0c2f0e6c6d80640f2005a'],
  }),
  translation('en', 'it', {
    model: [17_140_899, '3d7bbc4d7977e10b35f53faa79f5d5de8211f4f04baed9e7cd9dee1dcceda917'],
    shortlist: [4_495_004, '351ea80fb9f366f07533c7c4836248e72d9d4aa4eb7a05b5d74891a7abb4208c'],
    vocabulary: ['enit', 812_781, '603f3349657c3deb9736a0c567452d102a5a03c377dfdf1d32c428608f2cff1b'],
  }),
  translation('it', 'en', {
    model: [17_140_899, '7dfdf189146d9353fdea264b9e4c8ac36441c770dc4353a8380b64e589dc035b'],
    shortlist: [4_977_500, 'e30ec549bd0da9ac42cccdcd3806d3be84d485f7fd329f90f6e40ee027e841d9'],
    vocabulary: ['iten', 812_781, '603f3349657c3deb9736a0c567452d102a5a03c377dfdf1d32c428608f2cff1b'],
  }),
  translation('en', 'pt', {
    model: [17_140_899, '8fb05a27509bea3f67d2f59506485584d5cdbdcafa82b251576c27e91bd7011e'],
    shortlist: [4_345_620, 'dd0e64865277f0a1cf15a26a5b50e9e0570235afd8dab7c5e0249ad7057531d6'],
    vocabulary: ['enpt', 817_234, '2326a27577b5ffa0b822c55fe850986961728097521de35fcc186f7d6dce72d4'],
  }),
  translation('pt', 'en', {
    model: [17_140_899, 'b4a1fd101f59ca258bfb051a3a4e5762497b9f91d7e74f28b7a2d68dc075f8fa'],
    shortlist: [4_801_740, '702d9b09fbc020168998bb81afc927e74262f5a1455e9b443608a5d8efa4b52d'],
    vocabulary: ['pten', 817_234, '2326a27577b5ffa0b822c55fe850986961728097521de35fcc186f7d6dce72d4'],
  }),
  translation('en', 'pl', {
    model: [17_140_899, '60d45f43a5ac869a80f899751d2d1f0f456da9815d26db70e4d2e0fd18ed4a8f'],
    shortlist: [3_642_112, '409fbf5856cec372dffe0a3aa3c89462e2efbd783557272af84800a67195c38c'],
    vocabulary: ['enpl', 822_587, 'a1d27e6f5c0d29f406364ebf0382949d1c0affc750cec4380f3173150552f43e'],
  }),
  translation('pl', 'en', {
    model: [17_140_899, '172a5f1d44bf8dd6a6eec3868b13b33ce265f3530e898fe11a80b739b821726e'],
    shortlist: [4_898_024, '863afade0ba058fb0173fedef3d1fb14d0dcabc24c3b4584cb1fed8f84d6d879'],
    vocabulary: ['plen', 822_587, 'a1d27e6f5c0d29f406364ebf0382949d1c0affc750cec4380f3173150552f43e'],
  }),
]
