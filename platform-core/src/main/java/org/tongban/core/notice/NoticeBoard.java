package org.tongban.core.notice;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Language;

/** The notices that everybody sees today, for pages (CO-34b). */
public interface NoticeBoard {
    /**
     * The pinned ones first, then the newest.
     *
     * @param after the notice behind which to go on; null for the first
     */
    List<ShownNotice> shown(Language language, @Nullable UUID after, int most);

    /** What people ask often, with the answers, as {@link #shown} orders notices (PO-1). */
    List<ShownNotice> questions(Language language, int most);

    /** A notice or a question. */
    Optional<ShownNotice> find(UUID id, Language language);
}
