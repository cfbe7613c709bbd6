import type { Random } from './random'

const SURNAMES = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
]
const GIVEN_NAMES = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华慧建文玲斌宇浩凯健俊帆倩婷颖琳晨雪梅兰竹菊松柏岩峰海波涛晓春秋冬夏云雨雷思远志诚国庆新民安康宁博雅欣怡嘉瑞祥荣光辉',
]
/** Rare characters, to check that certificates print them. */
const RARE = ['𬭎', '㛃', '䶮']

export function inventedName(random: Random, index: number): string {
  const surname = random.pick(SURNAMES)
  const given = random.chance(0.7) ? random.pick(GIVEN_NAMES) + random.pick(GIVEN_NAMES) : random.pick(GIVEN_NAMES)
  const rare = index % 130 === 7 ? RARE[Math.floor(index / 130) % RARE.length] : undefined
  return surname + (rare ?? given)
}
