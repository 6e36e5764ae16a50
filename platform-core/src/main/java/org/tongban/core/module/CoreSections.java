package org.tongban.core.module;

import java.util.List;
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
import org.tongban.core.section.ConsoleSection.Shown;
import org.tongban.core.section.ConsoleSection.Value;
import org.tongban.core.section.ConsoleSection.Where;

/** What the core itself has in the console's sections: notices and downloads (CO-34, CO-34b). */
final class CoreSections {
    private static final String NOTICES = "platform.notices";
    private static final String DOWNLOADS = "platform.downloads";
    private static final String SLOT = CoreModule.CONTENT;
    private static final Title STATE = new Title("状态", "State");
    private static final Title TITLE = new Title("标题", "Title");
    private static final Title ENGLISH_TITLE = new Title("英文标题", "English title");
    private static final Title ENGLISH_TEXT = new Title("英文正文", "English text");
    private static final Title FROM = new Title("开始展示", "Shown from");
    private static final Title UNTIL = new Title("最后展示日", "Shown until");
    private static final Title PINNED = new Title("置顶", "Pinned");
    private static final Title QUESTION = new Title("常见问题", "Common question");
    private static final Title MODULE = new Title("所属业务", "Programme");
    private static final Title FILES = new Title("附件", "Files");

    private CoreSections() {}

    static List<ConsoleSection> all() {
        return List.of(notices(), downloads());
    }

    private static ConsoleSection notices() {
        var columns = List.of(
                new Field(TITLE, "/zh/title", Kind.TEXT),
                new Field(MODULE, "/module", Kind.TEXT),
                Field.state(STATE, "/state", "/stateTitle"),
                new Field(FROM, "/shownFrom", Kind.DAY),
                new Field(UNTIL, "/shownUntil", Kind.DAY),
                new Field(PINNED, "/pinned", Kind.TRUTH),
                new Field(QUESTION, "/question", Kind.TRUTH));
        var state = new Filter(
                "state",
                STATE,
                List.of(
                        new Value("draft", new Title("草稿", "Draft")),
                        new Value("published", new Title("已发布", "Published")),
                        new Value("withdrawn", new Title("已撤回", "Withdrawn"))));
        var link = new Link(NOTICES, List.of("/id"));
        return new ConsoleSection(
                NOTICES,
                new Title("公告", "Notices"),
                List.of("id"),
                new Listing("listNotices", columns, link, List.of(state)),
                new Shown("showNotice", new Field(TITLE, "/zh/title", Kind.TEXT), facts(), List.of()),
                List.of(
                        new Action(
                                "writeNotice",
                                new Title("撰写公告", "Write a notice"),
                                false,
                                null,
                                inputs(),
                                new Next.To(link)),
                        onDraft("changeNotice", new Title("修改", "Change"), inputs()),
                        onDraft("publishNotice", new Title("发布", "Publish"), List.of()),
                        new Action(
                                "withdrawNotice",
                                new Title("撤回", "Withdraw"),
                                true,
                                new Where("/state", List.of("draft", "published")),
                                List.of(),
                                new Next.Back())));
    }

    private static Action onDraft(String operation, Title title, List<Input> inputs) {
        return new Action(operation, title, true, new Where("/state", List.of("draft")), inputs, new Next.Back());
    }

    private static List<Field> facts() {
        return List.of(
                Field.state(STATE, "/state", "/stateTitle"),
                new Field(MODULE, "/module", Kind.TEXT),
                new Field(new Title("正文", "Text"), "/zh/text", Kind.TEXT),
                new Field(ENGLISH_TITLE, "/en/title", Kind.TEXT),
                new Field(ENGLISH_TEXT, "/en/text", Kind.TEXT),
                new Field(FROM, "/shownFrom", Kind.DAY),
                new Field(UNTIL, "/shownUntil", Kind.DAY),
                new Field(PINNED, "/pinned", Kind.TRUTH),
                new Field(QUESTION, "/question", Kind.TRUTH),
                new Field(FILES, "/files", Kind.FILES),
                new Field(new Title("撰写时间", "Written"), "/writtenAt", Kind.MOMENT),
                new Field(new Title("发布时间", "Published"), "/publishedAt", Kind.MOMENT),
                new Field(new Title("撤回时间", "Withdrawn"), "/withdrawnAt", Kind.MOMENT));
    }

    private static List<Input> inputs() {
        var day = new Title("如 2026-12-01", "Such as 2026-12-01");
        return List.of(
                new Input("/module", MODULE)
                        .helped(new Title("业务代码；全平台的填 platform", "The module's id; platform for all"))
                        .from("/module"),
                new Input("/zh", new Title("中文", "Chinese")),
                new Input("/zh/title", TITLE).from("/zh/title"),
                new Input("/zh/text", new Title("正文", "Text")).from("/zh/text"),
                new Input("/en", new Title("英文", "English"))
                        .helped(new Title("没有英文时标题和正文都不填", "Leave both empty where there is none")),
                new Input("/en/title", ENGLISH_TITLE).from("/en/title"),
                new Input("/en/text", ENGLISH_TEXT).from("/en/text"),
                new Input("/shownFrom", FROM).helped(day).from("/shownFrom"),
                new Input("/shownUntil", UNTIL)
                        .helped(new Title("不填则一直展示", "Empty where it does not end"))
                        .from("/shownUntil"),
                new Input("/pinned", PINNED).from("/pinned"),
                new Input("/question", QUESTION)
                        .helped(new Title("标题写问题，正文写答复", "The title asks, the text answers"))
                        .from("/question"),
                new Input("/files", FILES).ofSlot(CoreModule.NOTICE_FILES).from("/files"));
    }

    private static ConsoleSection downloads() {
        var title = new Title("名称", "Name");
        var columns = List.of(
                new Field(title, "/title", Kind.TEXT),
                new Field(new Title("文件", "File"), "/current/name", Kind.TEXT),
                new Field(new Title("发布时间", "Published"), "/current/publishedAt", Kind.MOMENT));
        return new ConsoleSection(
                DOWNLOADS,
                new Title("下载资料", "Downloads"),
                List.of("module", "download"),
                new Listing("listDownloads", columns, new Link(DOWNLOADS, List.of("/module", "/name"))),
                new Shown(
                        "showDownload",
                        new Field(title, "/title", Kind.TEXT),
                        columns,
                        List.of(new Belonging(
                                new Title("历次版本", "Versions"),
                                new Listing(
                                        "listDownloadVersions",
                                        List.of(
                                                new Field(new Title("版本", "Version"), "/version", Kind.NUMBER),
                                                new Field(new Title("文件", "File"), "/name", Kind.TEXT),
                                                new Field(new Title("发布时间", "Published"), "/publishedAt", Kind.MOMENT)),
                                        null)))),
                List.of(new Action(
                        "publishDownload",
                        new Title("发布新版本", "Publish a version"),
                        true,
                        null,
                        List.of(new Input("/file", new Title("文件", "File")).ofSlot(SLOT)),
                        new Next.Back())));
    }
}
