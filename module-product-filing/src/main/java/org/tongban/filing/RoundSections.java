package org.tongban.filing;

import java.util.List;
import org.tongban.core.module.Title;
import org.tongban.core.section.ConsoleSection;
import org.tongban.core.section.ConsoleSection.Action;
import org.tongban.core.section.ConsoleSection.Belonging;
import org.tongban.core.section.ConsoleSection.Field;
import org.tongban.core.section.ConsoleSection.Filter;
import org.tongban.core.section.ConsoleSection.Input;
import org.tongban.core.section.ConsoleSection.Kind;
import org.tongban.core.section.ConsoleSection.Link;
import org.tongban.core.section.ConsoleSection.Listing;
import org.tongban.core.section.ConsoleSection.Next;
import org.tongban.core.section.ConsoleSection.Options;
import org.tongban.core.section.ConsoleSection.Part;
import org.tongban.core.section.ConsoleSection.Shown;
import org.tongban.core.section.ConsoleSection.Value;
import org.tongban.core.section.ConsoleSection.Where;
import org.tongban.core.section.ConsoleSection.Within;

/** Rounds, scorecards and runs in the console (PF-40, PF-50). */
final class RoundSections {
    private static final String ROUNDS = "product-filing.rounds";
    private static final String SCORECARDS = "product-filing.scorecards";
    private static final String RUNS = "product-filing.recognition-runs";
    static final String STAGES = "product-filing.stages";
    static final String RECOGNITIONS = "product-filing.recognitions";
    private static final Title YEAR = new Title("年度", "Year");
    private static final Title STATE = new Title("状态", "State");
    private static final Title TITLE = new Title("名称", "Title");
    private static final Title PRODUCT = new Title("产品", "Product");
    private static final Title FILING_NUMBER = new Title("备案号", "Filing number");
    private static final Title VERSION = new Title("版本", "Version");
    private static final Title DRY = new Title("试算", "Dry run");
    private static final Title MET = new Title("达标", "Met");
    private static final Title HIDDEN = new Title("专利未公开", "Patents not public");
    private static final Title REASON = new Title("理由", "Reason");
    private static final Title DUE = new Title("截止日", "Last day");
    private static final Title DAY = new Title("如 2027-03-31", "Such as 2027-03-31");
    private static final Field NAME = new Field(PRODUCT, "/name", Kind.TEXT);
    private static final Field NUMBER = new Field(FILING_NUMBER, "/filingNumber", Kind.TEXT);
    private static final Field STANDING = Field.state(STATE, "/state", "/stateTitle");
    private static final List<String> ID = List.of("/id");
    static final List<Value> COMPARATORS = List.of(
            new Value("at-least", new Title("不低于", "at least")),
            new Value("at-most", new Title("不高于", "at most")),
            new Value("more-than", new Title("高于", "more than")),
            new Value("less-than", new Title("低于", "less than")),
            new Value("equal", new Title("等于", "equal to")));

    private RoundSections() {}

    static List<ConsoleSection> all() {
        return List.of(rounds(), scorecards(), runs());
    }

    private static ConsoleSection rounds() {
        var dates = List.of(
                new Field(YEAR, "/year", Kind.TEXT),
                new Field(new Title("数据年度", "Data year"), "/dataYear", Kind.TEXT),
                new Field(new Title("更新开放日", "Updates open"), "/opensOn", Kind.DAY),
                new Field(new Title("更新截止日", "Updates close"), "/closesOn", Kind.DAY),
                new Field(new Title("备案截止日", "Filing deadline"), "/filingDeadline", Kind.DAY),
                new Field(new Title("正在开放", "Open today"), "/open", Kind.TRUTH));
        return new ConsoleSection(
                ROUNDS,
                new Title("年度认定", "Rounds"),
                List.of("year"),
                new Listing("listRounds", dates, new Link(ROUNDS, List.of("/year"))),
                new Shown("showRound", dates.getFirst(), dates.subList(1, dates.size()), partsOfRound()),
                List.of(
                        inRound("editRound", new Title("调整日期", "Change the dates"), datesAsked(), new Next.Back()),
                        inRound(
                                "takeProducts",
                                new Title("纳入产品", "Take products in"),
                                List.of(),
                                new Next.ToJob("/id")),
                        inRound(
                                "enterScorecard",
                                new Title("录入评价表", "Enter a scorecard"),
                                criteriaAsked(),
                                new Next.To(new Link(SCORECARDS, ID))),
                        inRound(
                                "startRun",
                                new Title("测算", "Measure"),
                                List.of(
                                        new Input("/scorecard", new Title("评价表", "Scorecard"))
                                                .of(new Options(
                                                        "listScorecards",
                                                        "/id",
                                                        List.of(
                                                                new Field(VERSION, "/version", Kind.NUMBER),
                                                                new Field(TITLE, "/title", Kind.TEXT)))),
                                        new Input("/dry", DRY)
                                                .of(
                                                        new Value("true", new Title("是，只计数", "Yes, only count")),
                                                        new Value("false", new Title("否，保留结果", "No, keep results")))),
                                new Next.To(new Link(RUNS, ID))),
                        inRound(
                                "openStage",
                                new Title("开设补充信息阶段", "Ask for further information"),
                                List.of(
                                        new Input("/run", new Title("测算", "Run"))
                                                .of(new Options(
                                                        "listRuns",
                                                        "/id",
                                                        runColumns().subList(0, 2),
                                                        new Where("/dry", List.of("false")))),
                                        new Input("/title", TITLE),
                                        new Input("/request", new Title("要求", "What is asked")),
                                        new Input("/dueOn", DUE).helped(DAY)),
                                new Next.To(new Link(STAGES, ID)))));
    }

    private static Action inRound(String operation, Title title, List<Input> inputs, Next next) {
        return new Action(operation, title, true, null, inputs, next);
    }

    private static List<Input> datesAsked() {
        return List.of(
                new Input("/opensOn", new Title("更新开放日", "Updates open"))
                        .helped(DAY)
                        .from("/opensOn"),
                new Input("/closesOn", new Title("更新截止日", "Updates close"))
                        .helped(DAY)
                        .from("/closesOn"),
                new Input("/filingDeadline", new Title("备案截止日", "Filing deadline"))
                        .helped(new Title("当日及以前备案的产品纳入本年度认定", "Products filed by then are taken in"))
                        .from("/filingDeadline"),
                new Input("/dataYear", new Title("数据年度", "Data year")).from("/dataYear"));
    }

    private static List<Input> criteriaAsked() {
        var sources = new Options("listSources", "/code", List.of(new Field(TITLE, "/title", Kind.TEXT)));
        return List.of(
                new Input("/title", TITLE),
                new Input("/passMark", new Title("达标分", "Pass mark"))
                        .helped(new Title("只看硬性指标时填 0", "0 where only hard criteria count")),
                new Input("/criteria", new Title("指标", "Criteria")),
                new Input("/criteria/items/indicator", new Title("指标名称", "Indicator")),
                new Input("/criteria/items/source", new Title("数据项", "Value")).of(sources),
                new Input("/criteria/items/dividedBy", new Title("除以", "Divided by")).of(sources),
                new Input("/criteria/items/factor", new Title("倍数", "Factor"))
                        .helped(new Title("百分比填 100；不填为 1", "100 for per cent; 1 where empty")),
                new Input("/criteria/items/industries", new Title("限于行业", "Industries only"))
                        .helped(new Title("行业代码的开头，如 C35；不填为全部", "How their codes begin, as C35; all where empty")),
                new Input("/criteria/items/categories", new Title("限于产品类别", "Categories only")),
                new Input("/criteria/items/comparator", new Title("要求", "Demand"))
                        .of(COMPARATORS.toArray(Value[]::new)),
                new Input("/criteria/items/benchmark", new Title("基准", "Benchmark")),
                new Input("/criteria/items/weight", new Title("分值", "Weight")),
                new Input("/criteria/items/hard", new Title("硬性指标", "Hard")),
                new Input("/criteria/items/reason", new Title("未达标时告知单位的理由", "What the unit is told"))
                        .helped(new Title("写明未达标的原因", "Why it is not met")));
    }

    private static List<Part> partsOfRound() {
        return List.of(
                new Belonging(
                        new Title("认定", "Recognitions"),
                        new Listing(
                                "listRoundRecognitions",
                                List.of(
                                        NAME,
                                        NUMBER,
                                        STANDING,
                                        new Field(new Title("公示截止", "Publicity ends"), "/publicityEndsOn", Kind.DAY),
                                        new Field(REASON, "/reason", Kind.TEXT)),
                                new Link(RECOGNITIONS, ID),
                                List.of(states()))),
                new Belonging(new Title("测算", "Runs"), new Listing("listRuns", runColumns(), new Link(RUNS, ID))),
                new Belonging(
                        new Title("评价表", "Scorecards"),
                        new Listing(
                                "listScorecards",
                                List.of(
                                        new Field(TITLE, "/title", Kind.TEXT),
                                        new Field(VERSION, "/version", Kind.NUMBER),
                                        new Field(new Title("录入时间", "Entered"), "/createdAt", Kind.MOMENT)),
                                new Link(SCORECARDS, ID))),
                new Belonging(
                        new Title("补充信息", "Further information"),
                        new Listing(
                                "listStages",
                                List.of(new Field(TITLE, "/title", Kind.TEXT), new Field(DUE, "/dueOn", Kind.DAY)),
                                new Link(STAGES, ID))));
    }

    private static Filter states() {
        return new Filter(
                "state",
                STATE,
                List.of(
                        new Value("candidate", new Title("候选", "Candidate")),
                        new Value("held", new Title("暂缓", "Held")),
                        new Value("not-met", new Title("未达标", "Not met")),
                        new Value("in-publicity", new Title("公示中", "In publicity")),
                        new Value("recognised", new Title("已认定", "Recognised")),
                        new Value("revoked", new Title("已撤销", "Revoked")),
                        new Value("expired", new Title("已到期", "Expired")),
                        new Value("superseded", new Title("已接替", "Superseded"))));
    }

    private static List<Field> runColumns() {
        return List.of(
                new Field(new Title("开始时间", "Started"), "/startedAt", Kind.MOMENT),
                new Field(new Title("评价表版本", "Scorecard"), "/scorecardVersion", Kind.NUMBER),
                new Field(DRY, "/dry", Kind.TRUTH),
                new Field(new Title("测算产品", "Measured"), "/measured", Kind.NUMBER),
                new Field(MET, "/met", Kind.NUMBER),
                new Field(new Title("未达标", "Not met"), "/notMet", Kind.NUMBER),
                new Field(HIDDEN, "/hidden", Kind.NUMBER));
    }

    private static ConsoleSection scorecards() {
        var criteria = List.of(
                new Field(new Title("指标", "Indicator"), "/indicator", Kind.TEXT),
                new Field(new Title("数据项", "Value"), "/source", Kind.TEXT),
                new Field(new Title("除以", "Divided by"), "/dividedBy", Kind.TEXT),
                Field.coded(new Title("要求", "Demand"), "/comparator", COMPARATORS),
                new Field(new Title("基准", "Benchmark"), "/benchmark", Kind.TEXT),
                new Field(new Title("分值", "Weight"), "/weight", Kind.TEXT),
                new Field(new Title("硬性", "Hard"), "/hard", Kind.TRUTH),
                new Field(REASON, "/reason", Kind.TEXT));
        return new ConsoleSection(
                SCORECARDS,
                new Title("评价表", "Scorecards"),
                List.of("id"),
                null,
                new Shown(
                        "showScorecard",
                        new Field(TITLE, "/title", Kind.TEXT),
                        List.of(
                                new Field(YEAR, "/round", Kind.TEXT),
                                new Field(VERSION, "/version", Kind.NUMBER),
                                new Field(new Title("达标分", "Pass mark"), "/passMark", Kind.TEXT),
                                new Field(new Title("录入时间", "Entered"), "/createdAt", Kind.MOMENT)),
                        List.of(new Within(new Title("指标", "Criteria"), "/criteria", criteria))),
                List.of());
    }

    private static ConsoleSection runs() {
        var results = List.of(
                NAME,
                NUMBER,
                new Field(MET, "/met", Kind.TRUTH),
                new Field(new Title("得分", "Score"), "/score", Kind.TEXT),
                new Field(HIDDEN, "/hidden", Kind.TRUTH),
                new Field(REASON, "/reasons", Kind.TEXT),
                STANDING);
        var missed = List.of(
                new Field(new Title("指标", "Indicator"), "/indicator", Kind.TEXT),
                new Field(new Title("硬性", "Hard"), "/hard", Kind.TRUTH),
                new Field(new Title("未达标产品", "Products that miss it"), "/products", Kind.NUMBER));
        var met = new Filter(
                "met",
                MET,
                List.of(new Value("true", new Title("达标", "Met")), new Value("false", new Title("未达标", "Not met"))));
        return new ConsoleSection(
                RUNS,
                new Title("测算", "Runs"),
                List.of("id"),
                null,
                new Shown(
                        "showRun",
                        new Field(new Title("测算日", "Day"), "/day", Kind.DAY),
                        runColumns(),
                        List.of(
                                new Within(new Title("未达标的指标", "Criteria not met"), "/missed", missed),
                                new Belonging(
                                        new Title("结果", "Results"),
                                        new Listing(
                                                "listResults",
                                                results,
                                                new Link(RECOGNITIONS, List.of("/recognition")),
                                                List.of(met))))),
                List.of(new Action(
                        "decideByRun",
                        new Title("按结果决定", "Decide by the results"),
                        true,
                        new Where("/decisive", List.of("true")),
                        List.of(),
                        new Next.ToJob("/id"))));
    }
}
