package org.tongban.bench.data;

import java.util.List;

/** Words that names are composed of; the frequent ones stand first. */
final class Words {
    static final List<String> QUALITIES = words("智能 高效 节能 便携式 全自动 环保 一体化 模块化 高精度 低噪声 耐高温 防水 可折叠 多功能"
            + " 轻量化 无线 数字化 高强度 快装式 抗腐蚀 小型 大流量 微波 红外 双臂 车载 立式 卧式 柔性 自清洁");

    static final List<String> MATERIALS =
            words("不锈钢 铝合金 碳纤维 陶瓷 聚乙烯 橡胶 玻璃 竹木 硅胶 石墨 铜 复合 纳米 尼龙" + " 钛合金 聚氨酯 棉麻 树脂 玄武岩 蜂窝 生物基 镁合金 亚克力 丝绸 稀土");

    static final List<String> FUNCTIONS = words("控制 检测 输送 过滤 照明 加热 监测 清洗 包装 切割 储能 充电 搅拌 冷却 焊接"
            + " 除尘 灌溉 识别 采样 干燥 压缩 分离 定位 消毒 打磨 播种 提升 巡检 称重 封口 配料 减震 回收 喷涂 预警 导航");

    static final List<String> OBJECTS = words("系统 装置 设备 机 仪 器 平台 组件 终端 模块 阀 泵 灯 电机 机器人 传感器 工作站 软件"
            + " 轴承 支架 容器 生产线 电池 开关 面板 管道 无人机 窗 门锁 座椅 变压器 换热器 收割机 净水器 门禁 托盘 键盘 病床");

    static final List<String> PLACES = words("北京 深圳 上海 广州 苏州 杭州 南京 武汉 成都 重庆 西安 天津 青岛 宁波 无锡 长沙 郑州"
            + " 东莞 佛山 合肥 济南 厦门 福州 大连 常州 温州 沈阳 石家庄 南昌 昆明 哈尔滨 长春 太原 贵阳 兰州 海口 南宁 银川");

    static final List<String> BRANDS =
            words("华 恒 鑫 瑞 泰 安 盛 中 新 宏 德 嘉 明 远 达 科 创 云 星 海 天 润 博 利 金 晨 凯 正" + " 东 和 启 元 川 江 岭 松 柏 宁 沃 腾");

    static final List<String> TRADES = words(
            "科技 电子 机械 智能装备 新材料 自动化 环保科技 电气 仪器仪表 生物科技 信息技术 精密制造" + " 能源 照明 农业科技 医疗器械 软件 汽车零部件 家居 食品机械 轨道交通 光电 化工 建材 包装");

    static final List<String> KINDS = words("有限公司 股份有限公司 集团有限公司 研究院 厂 有限责任公司");

    static final List<String> TASKS =
            words("适用于车间现场 用于农田与果园 面向中小企业 供家庭使用 适合户外作业 用于管网改造 为医院配套" + " 可接入已有产线 用于仓储物流 供学校实验室使用 用于港口与船舶 适合高海拔地区");

    static final List<String> EFFECTS =
            words("能耗降低三成 寿命延长一倍 误差小于千分之一 安装只需十分钟 无需专人值守 数据实时上传" + " 噪声低于五十分贝 维护周期一年 支持远程升级 重量减轻一半 可连续运行三千小时");

    private Words() {}

    private static List<String> words(String text) {
        return List.of(text.split(" "));
    }
}
