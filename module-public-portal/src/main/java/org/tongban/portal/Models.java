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

    /** The text field of a search. */
    public record SearchBox(String label, String hint, String value) {}

    /** The home page; {@code scopes} is empty where there is nothing to choose, {@code forms} where there is none. */
    public record Home(
            SearchBox box,
            List<Option> scopes,
            List<Hidden> hidden,
            List<Figures> figures,
            List<NoticeLink> notices,
            String allNotices,
            List<Entrance> forms,
            String follow,
            List<Programme> programmes) {}

    /** A notice in a list. */
    public record NoticeLink(String href, String title, String module, String day, boolean pinned) {}

    /** The list of notices. */
    public record NoticeList(
            List<NoticeLink> notices, @Nullable Pager pager) {}

    /** The page of one notice. */
    public record NoticePage(
            String title, String module, String day, List<NoticeText.Block> blocks, List<Attachment> files) {}

    /** The counts of a collection; {@code statistics} leads to its tables, where it has any. */
    public record Figures(
            String title, List<Figure> states, @Nullable String statistics) {}

    /** How many records are in a state, and where they are listed. */
    public record Figure(StateTag state, long count, String href) {}

    /** The page of a collection's statistics. */
    public record Statistics(String title, List<Statistic> tables, String file) {}

    /** A table of counts with what exactly is counted. */
    public record Statistic(String anchor, String title, String definition, Table table) {}

    /** A module that is installed. */
    public record Programme(String title, String version) {}

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
