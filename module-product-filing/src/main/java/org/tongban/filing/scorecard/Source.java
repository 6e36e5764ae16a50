package org.tongban.filing.scorecard;

import java.util.Optional;
import java.util.stream.Stream;
import org.tongban.core.module.Title;

/**
 * A value that a product can be measured by (PF-50). Amounts are in units of 10,000 yuan, shares in per cent; those of the
 * product and its unit are of the data year. Patents count while they are valid on the day of the run.
 */
public enum Source {
    SALES("product.sales", "产品销售额", "Sales of the product"),
    EXPORTS("product.exports", "产品出口总额", "Its exports"),
    NET_PROFIT("product.netProfit", "产品净利润", "Its net profit"),
    OUTPUT_VALUE("product.outputValue", "产品总产值", "Its output value"),
    GROSS_MARGIN("product.grossMargin", "产品毛利润率", "Its gross margin"),
    TOTAL_COST("product.totalCost", "产品总成本", "Its total cost"),
    IP_INVESTMENT("product.ipInvestment", "产品知识产权投入", "Its investment in intellectual property"),
    MARKET_SHARE("product.marketShare", "产品市场份额", "Its market share"),
    CONTRIBUTION_INDEX("product.contributionIndex", "专利市场贡献指数", "Contribution index of its patents"),
    UNIT_TOTAL_COST("unit.totalCost", "单位总成本", "Total cost of the unit"),
    UNIT_IP_INVESTMENT("unit.ipInvestment", "单位知识产权投入", "Its investment in intellectual property"),
    UNIT_NET_PROFIT("unit.netProfit", "单位净利润", "Its net profit"),
    UNIT_PRODUCT_SALES("unit.productSales", "单位产品销售额", "Its sales of products"),
    UNIT_OUTPUT_VALUE("unit.outputValue", "单位总产值", "Its output value"),
    UNIT_PATENT_ASSETS("unit.patentAssets", "单位专利资产", "Its assets in patents"),
    UNIT_TOTAL_ASSETS("unit.totalAssets", "单位总资产", "Its total assets"),
    UNIT_EMPLOYEES("unit.employees", "单位从业人员数", "Its employees"),
    PATENTS("patents.valid", "有效专利数", "Valid patents"),
    INVENTIONS("patents.inventions", "有效发明专利数", "Valid inventions"),
    CORE_PATENTS("patents.core", "有效核心专利数", "Valid core patents"),
    PUBLIC_CORE_PATENTS("patents.publicCore", "公开的有效核心专利数", "Valid core patents that are public"),
    DISPUTED_PATENTS("patents.disputed", "经无效程序维持有效的专利数", "Patents upheld in invalidation"),
    EVIDENCE_COMPLETE("evidence.complete", "证明材料齐全（1 为是）", "Evidence complete (1 for yes)");

    private final String code;
    private final Title title;

    Source(String code, String zh, String en) {
        this.code = code;
        this.title = new Title(zh, en);
    }

    /** That of a code. */
    public static Optional<Source> of(String code) {
        return Stream.of(values()).filter(one -> one.code.equals(code)).findAny();
    }

    /** Its code in scorecards and results. */
    public String code() {
        return code;
    }

    /** What it is called. */
    public Title title() {
        return title;
    }
}
