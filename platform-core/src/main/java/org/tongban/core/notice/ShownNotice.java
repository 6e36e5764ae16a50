package org.tongban.core.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A notice as everybody sees it, in one language (CO-34b).
 *
 * @param module whose it is, by id and by title
 * @param version changes with the notice
 * @param text paragraphs with an empty line between them; lines that begin with a hyphen and a space are a list
 */
public record ShownNotice(
        UUID id,
        String module,
        String moduleTitle,
        String title,
        String text,
        LocalDate shownFrom,
        boolean pinned,
        List<Attachment> files,
        long version) {
    /** A file of a notice. */
    public record Attachment(String name, String href, long size) {}
}
