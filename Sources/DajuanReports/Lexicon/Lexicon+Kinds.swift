internal import DajuanLedger

extension Lexicon {
  /// Words that tell what a fact is about. A livelihood word anywhere decides; among the others the
  /// last one does, as the head of a Chinese noun phrase stands at its end.
  static let kinds = table(
    """
    就业 再就业 失业人员 零就业 创业培训 技能培训 劳动力转移 转移就业 富余人员 转岗 稳岗 岗位 安置	livelihood	employment and wages
    最低工资 工资标准	livelihood	employment and wages
    养老 老年 老人 日间照料 敬老院 医保 医疗 医院 卫生院 卫生室 村医 诊疗 床位 健康 居民健康 计生 疫苗	livelihood	care and health
    家庭医生 孕产妇 免费筛查 病床 疾控 疾病预防 卫生服务 卫生机构 急救中心 急救站 紧急救援 医联体 医共体 专科 诊所 药房 大病	livelihood	care and health
    卫生健康 妇幼 托养 供养 助餐 助浴 适老化 长护险 护理 公共卫生 乡村医生 门诊 住院 计划生育家庭 独生子女 扶助	livelihood	care and health
    低保 最低生活保障 生活保障 五保 救助 特困 残疾 孤儿 留守 救济 优抚 社会保险 社保 参保 保险 养老金 退休	livelihood	social security
    离退休 失业保险 新农合 社会保障 公积金 补助标准	livelihood	social security
    棚户区 棚改 老旧小区 保障房 保障性住房 保障性安居 廉租 公租 公共租赁 安置房 回迁 危房 农房	livelihood	housing and its renewal
    安居 住房 背街 货币化安置 搬迁安置 加装电梯 人才公寓	livelihood	housing and its renewal
    学校 学位 幼儿园 中小学 小学 初中 高中 学生 教师 义务教育 教育 入学 入园 托育 托位 校舍 办学 学前 大班额 营养餐	livelihood	schooling
    午餐 课后 助学 园位 暑托 托管 校园 课堂 寄宿 职业院校 少年宫 未成年人 儿童 妇女	livelihood	schooling and children
    图书馆 分馆 书屋 书房 文化站 文化中心 文化服务中心 文化广场 文化活动室 演出 观演 送戏 放映	livelihood	culture brought to people
    饮水 吃水 农家书屋 沼气 广播电视 有线电视 公益电影 改厕 户厕 无害化厕所 厕所 清洁取暖 集中供暖	livelihood	everyday services
    公交 公共自行车 公厕 卫生间 菜市场 早餐 村邮站 通光纤 光纤 自来水 供水入户 燃气入户 救助金 抚恤 生活补贴 津贴	livelihood	everyday services
    创业担保贷款 助学贷款 助学金 奖学金 欠薪 农民工工资 零工市场 公益性岗位 稳岗返还 租赁补贴	livelihood	wages, work and schooling paid for
    免费检查 免费体检 体检 医生 医师 护士 中医馆 卫生站 生育津贴 育儿补贴 退役军人 法律援助 社工站	livelihood	care and help
    文化活动中心 体育场馆 体育场地 足球场 老年食堂 长者食堂 社区食堂 幸福院 儿童之家 母婴室 保交楼 保交房 保障性租赁住房 保租房 安全饮水	livelihood	care and housing
    供热 通电 配电网 用上 农贸市场 健身 体育设施 文化大院 惠民 便民	livelihood	everyday services
    贫困 脱贫 扶贫 易地 民生 受益群众 受益 惠及 困难群众	livelihood	relief from want, and benefits told as such
    困难家庭 群众 移民 居民生活 实事	livelihood	relief from want, and benefits told as such
    生产总值 GDP 增加值 财政收入 公共预算 预算收入 税收 收入 支出 总额 进出口 出口 进口 外贸 外资	indicator	economic statistics
    固定资产投资 民间投资 工业投资 房地产投资 消费 物价 价格 存款 贷款 余额 产值 产量 利润 效益	indicator	economic statistics
    粮食 总产 单产 存栏 出栏 生猪 肉类 水产 农产品 耕地 城镇化率 常住人口 户籍人口	indicator	statistics of land and people
    人口 自然增长率 预期寿命 失业率 恩格尔 居民人均 可支配收入 纯收入 生产率 劳动生产率	indicator	statistics of land and people
    贡献率 种植面积 播种面积 小麦 玉米 水稻 棉花 油料 蔬菜 水果 奶牛 母猪 肉牛 品种 良种	indicator	statistics of land and people
    事故 死亡 伤亡 火灾 发案 刑事 治安案件 保有量 百户拥有 机动车	indicator	statistics of land and people
    企业 市场主体 经营主体 个体工商户 高新技术 平台 实验室 研究中心 技术中心 孵化器 创新中心	indicator	firms, talent, technology
    院士 人才 博士 硕士 单项冠军 隐形冠军 瞪羚 科技小巨人 创新平台 技改	indicator	firms, talent, technology
    专利 商标 品牌 研发 科技 技术合同 上市 新三板 小巨人 专精特新 独角兽 龙头 合作社	indicator	firms, talent, technology
    家庭农场 示范县 示范市 驰名 产业 服务业 集群 科技奖 科技成果 科学技术奖 博士后 流动站 工作站 战略联盟 研发机构	indicator	firms, talent, technology
    孵化机构 新型研发 新型研发机构 基金机构 首台 重大装备 应用场景 首台套 机器人 大模型 金融机构 分支机构 创投 创业投资 学科 团队 经营者 总部 农业产业园 创业园	indicator	firms, talent, technology
    众创空间 星创天地 工程中心 质检中心 重点实验室 技能人才 工匠 服务组织 外资企业 世界500强	indicator	firms, talent, technology
    财力 转移支付 专项债 存贷款 贷存比 注册资本 开发区 高新区 口岸 枢纽 跨境电商	indicator	firms, talent, finance
    能耗 排放 浓度 优良天数 空气质量 水质 断面 森林覆盖率 覆盖率 达标率 普及率 入学率	indicator	rates, environment, finance
    巩固率 合格率 完成率 解决率 满意度 比重 占比 指数 赤字 债务 融资 保费 授信 债券	indicator	rates, environment, finance
    游客 旅游 旅客 吞吐量 货运 客运 班列 航线 快递 用电量 发电量 产能 销售 零售 交易额 成交	indicator	trade, traffic, finance
    电子商务 签约额 合同 到位资金 利用外资 内资 减税 降费 用户 客流 客流量 产业集群 产业链	indicator	trade, traffic, finance
    蓄积量 电量 注册量 橡胶 甘蔗 茶叶 茶园 果园 桑园 中药材 药材 烟叶 烤烟 花卉 食用菌 以旧换新	indicator	crops, stocks and sales
    低空 时长 购物 直播 海外仓 宽带 品种权 地理标志 绿色食品 有机农产品 民宿 景区 酒店 载重吨	indicator	sales, brands, services
    示范区 示范市 高企 科技型 航线 企业家 工厂 车间 创新团队	indicator	trade, traffic, finance
    项目 工程 总投资 完成投资 开工 竣工 通车 道路 公路 高速 国道 省道 铁路 高铁 地铁 轨道 里程 桥	project	works and investment
    立交 快速路 快速通道 干道 主干路 支路 路口 交叉口 积水点 场站 枢纽站 铁路专用线 客运站	project	works and investment
    隧道 机场 港口 码头 航道 街巷 断头路	project	works and investment
    黑臭水体 水体 河湖 河段 湖泊 锅炉 机组 避难场所 人防 生态廊道 海绵城市 管廊 窨井盖 水环境 水土流失 建成区	project	works in town and country
    公园 游园 绿地 绿化 绿道 造林 植树 廊道 湿地 管网 雨污 污水 垃圾 停车 车位 泊位	project	works in town and country
    高标准农田 农田 灌溉 水库 河道 堤防 灌区 机井 渠	project	works in town and country
    变电站 电网 线路 装机 光伏 风电 充电桩 充电设施 充电站 基站 机柜 厂房 园区 基地 牛场 猪场 养殖场	project	land and buildings
    示范场 楼宇	project	land and buildings
    综合体 商圈 用地 土地 供地 征收 拆迁 拆违 拆除 建筑面积 旧村 旧厂 城中村 美丽乡村 村庄 示范村 特色小镇	project	land and buildings
    粮田 中低产田 宜林地 林地 湿地公园 生态村 特色村 精品村 中心村 新型农村社区 和美乡村 田园乡村 康居 传统村落	project	land and buildings
    生态乡镇 小城镇 社区建设 病险 小流域 泵站 充电终端 数据中心 机架 仓库 冷库 历史建筑 问题楼盘	project	land and buildings
    汽车站 服务区 停车场 充换电站 加氢站 变电所 风电场 光伏电站 储能 换热站 热力站 中转站 匝道 天桥	project	stations, plants and roads
    航站楼 跑道 锚地 船闸 渔港 仓储 村道 巷道 路灯 护坡 机耕路 梯田 淤地坝 水窖 塘坝 水闸 泵房	project	ports, fields and water works
    温室 温室大棚 蔬菜大棚 围栏 防护林 还林 还草 育林 营造林 水厂	project	fields and woods
    田园综合体 矿山 修复	project	land and buildings
    会议 建议 提案 议案 法规 规章 文件 政策 措施 举措 条例 方案 事项 审批 许可	other	documents, events, administration
    案件 纠纷 信访 矛盾 隔离 核酸 疫情 确诊 病例 医护人员 活动 赛事 热线 来信 荣誉	other	documents, events, administration
    干部 第一书记 网格员 民警 公务员 处分 问责 立案 违纪 违法违纪 违法案件 违法犯罪 查处 网格	other	officials and discipline
    先进个人 先进集体 先进工作者 劳动模范 劳模 道德模范 英雄模范 身边好人	other	who was honoured
    称号 表彰 金牌 奖牌 奖 代表团 巡视 督查 检查 执法 听证 规划 制度 机构 编制	other	documents, events, administration
    沙龙 友好城市 友城 卫生城市 园林城市 文明城市 文明村镇 改革任务 行政事业性收费 职业资格	other	events, titles, administration
    部门 单位 集体 标准 隐患 审批项目 行政审批 党 军 服务事项 职权 证明	other	documents, events, administration
    """
  ) { Kind(rawValue: String($0)) }

  /// Nouns at the end of a subject that make it the economy's whatever stands before: 健康养老产业.
  static let economicHeads = words(
    """
    产业 服务业 集群 产业链 企业 公司 龙头 市场主体 去化周期 库存 库存量 销售面积 成交面积 成交量 保费收入	the head of the phrase
    保险费收入 房地产投资	the head of the phrase
    """)

  /// Nouns at the end of a subject that make it the administration's.
  static let administrativeHeads = words("机制 体制 制度 办法 方案 模式\tthe head of the phrase")

  /// Verbs of works, where no noun tells what a count is about.
  static let worksVerbs = words(
    "改造 整治 修缮 加固 疏浚 扩建 翻建 拆改 提标 拓宽 清淤 新建 建成 改建 续建 在建 竣工 完工 修建 新修 建设\tworks, whatever on")

  /// Indicators that stay so under any heading.
  static let firmIndicators = words(
    """
    生产总值 GDP 增加值 财政收入 公共预算收入 预算收入 固定资产投资 零售总额 进出口 可支配收入	indicators whatever the heading
    纯收入 居民消费价格 物价 城镇化率 失业率 实际利用外资 研发 研究与试验发展 劳动生产率 能耗 存款余额	indicators whatever the heading
    贷款余额 税收	indicators whatever the heading
    """
  )
}
