package org.tongban.core.notice;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Language;
import org.tongban.core.module.Title;

/**
 * A row of {@code core.notice}.
 *
 * @param question whether it answers what people ask often; then its title is the question
 * @param files the ids of its files, separated by spaces
 * @param writtenBy who wrote it last
 */
@MappedEntity(value = "notice", schema = "core")
record NoticeRow(
        @Id UUID id,
        String module,
        String titleZh,
        String textZh,
        @Nullable String titleEn,
        @Nullable String textEn,
        LocalDate shownFrom,
        @Nullable LocalDate shownUntil,
        boolean pinned,
        boolean question,
        String files,
        String state,
        UUID writtenBy,
        Instant writtenAt,
        @Nullable UUID publishedBy,
        @Nullable Instant publishedAt,
        @Nullable Instant withdrawnAt,
        long version) {
    NoticeState at() {
        return NoticeState.of(state);
    }

    List<UUID> fileIds() {
        return Stream.of(files.split(" "))
                .filter(id -> !id.isEmpty())
                .map(UUID::fromString)
                .toList();
    }

    /** In Chinese where there is no English. */
    String title(Language language) {
        return new Title(titleZh, titleEn == null ? titleZh : titleEn).in(language);
    }

    String text(Language language) {
        return new Title(textZh, textEn == null ? textZh : textEn).in(language);
    }

    boolean isShown(LocalDate today) {
        return at() == NoticeState.PUBLISHED
                && !today.isBefore(shownFrom)
                && (shownUntil == null || !today.isAfter(shownUntil));
    }
}
