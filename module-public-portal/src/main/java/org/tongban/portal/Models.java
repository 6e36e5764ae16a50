package org.tongban.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.core.notice.ShownNotice.Attachment;
import org.tongban.core.page.Component.Card;
import org.tongban.core.page.Component.Control;
import org.tongban.core.page.Component.Empty;
import org.tongban.core.page.Component.ErrorSummary;
import org.tongban.core.page.Component.Hidden;
import org.tongban.core.page.Component.Option;
import org.tongban.core.page.Component.Pager;
import org.tongban.core.page.Component.Section;
import org.tongban.core.page.Component.StateTag;
import org.tongban.core.page.Component.Table;
import org.tongban.portal.form.Entrances.Entrance;

/** What the portal's views show; the views reach the components by these names. */
final class Models {
    private Models() {}

    /** The text field of a search; {@code suggest} is the collection whose names are suggested. */
    public record SearchBox(String label, String hint, String value, String suggest) {}

    /** The home page; {@code scopes} is empty where there is nothing to choose, {@code forms} where there is none. */
    public record Home(
            SearchBox box,
            List<Option> scopes,
            List<Hidden> hidden,
            List<Figures> figures,
            List<Ending> ending,
            List<NoticeLink> notices,
            String allNotices,
            List<Entrance> forms,
            String follow,
            List<Programme> programmes) {}

    /** A notice in a list. */
    public record NoticeLink(String href, String title, String module, String day, String date, boolean pinned) {}

    /** The list of notices. */
    public record NoticeList(
            List<NoticeLink> notices, @Nullable Pager pager) {}

    /** The page of one notice. */
    public record NoticePage(
            String title,
            String module,
            String day,
            String date,
            List<NoticeText.Block> blocks,
            List<Attachment> files) {}

    /** The counts of a collection; {@code statistics} leads to its tables, where it has any. */
    public record Figures(
            String title, List<Figure> states, @Nullable String statistics) {}

    /** How many records are in a state, and where they are listed. */
    public record Figure(StateTag state, long count, String href) {}

    /** The page of a collection's statistics. */
    public record Statistics(String title, List<Statistic> tables, String file) {}

    /** A table of counts with what exactly is counted. */
    public record Statistic(String anchor, String title, String definition, Table table) {}

    /** A programme that is installed, and how those who run it are reached. */
    public record Programme(
            String id,
            String title,
            @Nullable String phone,
            @Nullable String call,
            @Nullable String hours,
            @Nullable String address) {
        /** Whether anything is told of how they are reached. */
        public boolean reached() {
            return phone != null || hours != null || address != null;
        }
    }

    /** The page of contacts. */
    public record Programmes(List<Programme> programmes) {}

    /** Of what is shown for a limited time that which ends first. */
    public record Ending(String title, List<Card> cards, String all) {}

    /** The page of downloads, by programme. */
    public record Downloads(List<DownloadGroup> groups) {}

    /** The downloads of a programme. */
    public record DownloadGroup(String title, List<DownloadLink> files) {}

    /** A download; {@code file} tells its name and size. */
    public record DownloadLink(String href, String title, String file, String day, String date) {}

    /** The page of common questions, by programme. */
    public record Questions(List<QuestionGroup> groups) {}

    /** The common questions of a programme. */
    public record QuestionGroup(String title, List<Question> questions) {}

    /** A question with its answer. */
    public record Question(String anchor, String title, List<NoticeText.Block> blocks, List<Attachment> files) {}

    /** The page of help, which leads to the forms. */
    public record Help(List<Entrance> forms, String follow) {}

    /** The search page; either {@code empty} or cards. */
    public record Search(
            SearchBox box,
            List<Control> filters,
            List<Hidden> hidden,
            String reset,
            @Nullable ErrorSummary errors,
            String count,
            List<Card> cards,
            @Nullable Empty empty,
            @Nullable Pager pager) {}

    /** The page of one record. */
    public record Detail(
            String name,
            StateTag state,
            String meaning,
            List<Entrance> forms,
            List<Picture> pictures,
            List<Section> sections,
            String changed) {}

    /** A picture with what it shows. */
    public record Picture(String href, String alt) {}
}
