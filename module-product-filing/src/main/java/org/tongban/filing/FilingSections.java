package org.tongban.filing;

import java.util.List;
import java.util.stream.Stream;
import org.tongban.core.module.Title;
import org.tongban.core.section.ConsoleSection;
import org.tongban.core.section.ConsoleSection.Action;
import org.tongban.core.section.ConsoleSection.Belonging;
import org.tongban.core.section.ConsoleSection.Field;
import org.tongban.core.section.ConsoleSection.Input;
import org.tongban.core.section.ConsoleSection.Kind;
import org.tongban.core.section.ConsoleSection.Listing;
import org.tongban.core.section.ConsoleSection.Next;
import org.tongban.core.section.ConsoleSection.Part;
import org.tongban.core.section.ConsoleSection.Shown;
import org.tongban.core.section.ConsoleSection.Value;
import org.tongban.core.section.ConsoleSection.Where;
import org.tongban.core.section.ConsoleSection.Within;

/** What staff find of the programme in the console, rounds and what belongs to one first (PF-50, PF-61). */
final class FilingSections {
    private static final String OBJECTIONS = "product-filing.objections";
    private static final Title DUE = new Title("截止日", "Last day");
    private static final Title TITLE = new Title("名称", "Title");
    private static final Title YEAR = new Title("年度", "Year");
    private static final Title STATE = new Title("状态", "State");
    private static final Title PRODUCT = new Title("产品", "Product");
    private static final Title FILING_NUMBER = new Title("备案号", "Filing number");
    private static final Title REASON = new Title("理由", "Reason");
    private static final Field NAME = new Field(PRODUCT, "/name", Kind.TEXT);
    private static final Field NUMBER = new Field(FILING_NUMBER, "/filingNumber", Kind.TEXT);
    private static final Field STANDING = Field.state(STATE, "/state", "/stateTitle");

    private FilingSections() {}

    static List<ConsoleSection> all() {
        return Stream.concat(RoundSections.all().stream(), Stream.of(stages(), recognitions(), objections()))
                .toList();
    }

    private static ConsoleSection stages() {
        var answers = List.of(
                NAME,
                NUMBER,
                new Field(new Title("答复", "Answer"), "/text", Kind.TEXT),
                new Field(new Title("附件", "Files"), "/files", Kind.FILES),
                new Field(new Title("答复时间", "Answered"), "/answeredAt", Kind.MOMENT));
        return new ConsoleSection(
                RoundSections.STAGES,
                new Title("补充信息", "Further information"),
                List.of("id"),
                null,
                new Shown(
                        "showStage",
                        new Field(TITLE, "/title", Kind.TEXT),
                        List.of(
                                new Field(YEAR, "/round", Kind.TEXT),
                                new Field(new Title("要求", "What is asked"), "/request", Kind.TEXT),
                                new Field(DUE, "/dueOn", Kind.DAY)),
                        List.of(new Belonging(new Title("答复", "Answers"), new Listing("listAnswers", answers, null)))),
                List.of());
    }

    private static ConsoleSection recognitions() {
        var facts = List.of(
                STANDING,
                NUMBER,
                new Field(YEAR, "/round", Kind.TEXT),
                new Field(REASON, "/reason", Kind.TEXT),
                new Field(new Title("公示截止", "Publicity ends"), "/publicityEndsOn", Kind.DAY),
                new Field(new Title("剩余工作日", "Working days left"), "/daysLeft", Kind.NUMBER),
                new Field(new Title("认定日", "Recognised"), "/recognisedOn", Kind.DAY),
                new Field(new Title("有效期至", "Valid until"), "/validUntil", Kind.DAY),
                new Field(new Title("证书编号", "Certificate"), "/certificateNumber", Kind.TEXT));
        return new ConsoleSection(
                RoundSections.RECOGNITIONS,
                new Title("认定", "Recognitions"),
                List.of("id"),
                null,
                new Shown("showDecidedRecognition", NAME, facts, measured()),
                List.of(new Action(
                        "decideRecognition",
                        new Title("逐个决定", "Decide"),
                        true,
                        new Where("/state", List.of("candidate", "held")),
                        List.of(
                                new Input("/decision", new Title("决定", "Decision"))
                                        .of(
                                                new Value("publicity", new Title("进入公示", "Publicity")),
                                                new Value("held", new Title("因专利未公开暂缓", "Held")),
                                                new Value("not-met", new Title("未达标", "Not met"))),
                                new Input("/reason", REASON)
                                        .helped(new Title("未达标的须写明，单位将收到", "Demanded where it is not met"))),
                        new Next.Back())));
    }

    /** What who decides on one product reads of how it was measured. */
    private static List<Part> measured() {
        var met = new Field(new Title("达标", "Met"), "/met", Kind.TRUTH);
        return List.of(
                new Belonging(
                        new Title("最近一次测算的指标", "Criteria of the last run"),
                        new Listing(
                                "listCriteria",
                                List.of(
                                        new Field(new Title("指标", "Indicator"), "/indicator", Kind.TEXT),
                                        new Field(new Title("数值", "Value"), "/value", Kind.TEXT),
                                        Field.coded(
                                                new Title("要求", "Demand"), "/comparator", RoundSections.COMPARATORS),
                                        new Field(new Title("基准", "Benchmark"), "/benchmark", Kind.TEXT),
                                        new Field(new Title("硬性", "Hard"), "/hard", Kind.TRUTH),
                                        met,
                                        new Field(REASON, "/reason", Kind.TEXT)),
                                null)),
                new Belonging(
                        new Title("各次测算", "Runs"),
                        new Listing(
                                "listMeasures",
                                List.of(
                                        new Field(new Title("测算日", "Day"), "/day", Kind.DAY),
                                        new Field(new Title("评价表版本", "Scorecard"), "/scorecardVersion", Kind.NUMBER),
                                        met,
                                        new Field(new Title("得分", "Score"), "/score", Kind.TEXT),
                                        new Field(new Title("达标分", "Pass mark"), "/passMark", Kind.TEXT),
                                        new Field(new Title("专利未公开", "Patents not public"), "/hidden", Kind.TRUTH)),
                                null)));
    }

    private static ConsoleSection objections() {
        var facts = List.of(
                STANDING,
                new Field(new Title("回执号", "Receipt"), "/number", Kind.TEXT),
                new Field(new Title("收到日期", "Received"), "/receivedOn", Kind.DAY),
                new Field(new Title("异议人验证方式", "Proven of the objector"), "/provenByTitle", Kind.TEXT),
                new Field(new Title("异议内容", "What is said"), "/document/content", Kind.TEXT),
                new Field(new Title("单位可见的文字", "What the unit reads"), "/redacted", Kind.TEXT),
                new Field(new Title("说明截止日", "Statement by"), "/lastDay", Kind.DAY),
                new Field(new Title("单位说明", "The unit's statement"), "/statement/statement", Kind.TEXT),
                new Field(new Title("说明材料", "Its files"), "/statement/files", Kind.FILES),
                new Field(new Title("说明时间", "Stated"), "/statedAt", Kind.MOMENT),
                new Field(REASON, "/reason", Kind.TEXT));
        var evidence = List.of(
                new Field(new Title("序号", "Number"), "/number", Kind.NUMBER),
                new Field(new Title("单位可见", "Shown to the unit"), "/shown", Kind.TRUTH));
        return new ConsoleSection(
                OBJECTIONS,
                new Title("异议办理", "Objections"),
                List.of("id"),
                null,
                new Shown(
                        "showHandling",
                        new Field(PRODUCT, "/productName", Kind.TEXT),
                        facts,
                        List.of(new Within(new Title("异议材料", "Evidence"), "/evidence", evidence))),
                List.of(
                        handling("takeUpObjection", new Title("受理", "Take up"), "received", List.of()),
                        handling(
                                "askStatement",
                                new Title("要求单位说明", "Ask for a statement"),
                                "taken-up",
                                List.of(
                                        new Input("/text", new Title("交单位的文字", "What the unit reads"))
                                                .helped(new Title(
                                                        "去除能识别异议人的内容", "Without anything that says who objects")),
                                        new Input("/evidence", new Title("允许单位查看的材料序号", "Numbers of evidence shown")))),
                        handling(
                                "extendStatement",
                                new Title("延长说明期限", "Extend the statement's time"),
                                "statement-asked",
                                List.of())),
                ProductFilingModule.OBJECTION_REVIEW);
    }

    private static Action handling(String operation, Title title, String state, List<Input> inputs) {
        return new Action(operation, title, true, new Where("/state", List.of(state)), inputs, new Next.Back());
    }
}
