package org.tongban.core.console.section;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.core.page.Component.Control;
import org.tongban.core.page.Component.Empty;
import org.tongban.core.page.Component.ErrorSummary;
import org.tongban.core.page.Component.Hidden;
import org.tongban.core.page.Component.Notice;
import org.tongban.core.page.Component.Pager;
import org.tongban.core.page.Component.StateTag;
import org.tongban.core.page.form.FormField.Link;
import org.tongban.core.page.form.FormView;

/** What the pages of a section show; every text is in the reader's language already. */
final class SectionShown {
    private SectionShown() {}

    /** A value: a state by its {@code tag}, files by {@code links}, anything else as text. */
    record Cell(String label, String text, @Nullable StateTag tag, String href, List<Link> links) {}

    /** Rows under their columns; {@code empty} where there are none. */
    record Table(
            String title,
            String path,
            List<Hidden> hidden,
            List<Control> filters,
            List<String> columns,
            List<List<Cell>> rows,
            @Nullable Pager pager,
            @Nullable Empty empty) {}

    /** Something that may be done: by a form of its own page, or at once where it asks nothing. */
    record Deed(String title, String href, boolean atOnce) {}

    /** The list of a section. */
    record ListPage(
            String title, @Nullable Notice notice, @Nullable ErrorSummary errors, List<Deed> deeds, Table table) {}

    /** A record of it. */
    record RecordPage(
            String title,
            @Nullable StateTag state,
            @Nullable Notice notice,
            @Nullable ErrorSummary errors,
            List<Cell> facts,
            List<Deed> deeds,
            List<Table> parts) {}

    /** What an action asks; {@code match} is the ETag of the record that it was read from. */
    record ActionPage(
            String title, String about, String path, boolean files, String match, FormView form, String back) {}
}
