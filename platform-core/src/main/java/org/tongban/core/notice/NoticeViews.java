package org.tongban.core.notice;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.extensions.Extension;
import io.swagger.v3.oas.annotations.extensions.ExtensionProperty;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Language;
import org.tongban.core.web.Audited;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Versioned;

/** What enters and leaves the API about notices (CO-34b). */
final class NoticeViews {
    private static final String DAY = "^(2[01][0-9]{2}|2200)-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

    private NoticeViews() {}

    /** A notice in one language. */
    @Serdeable
    record NoticeText(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    minLength = 1,
                    maxLength = 120,
                    pattern = "^[^\\u0000-\\u001f\\u007f]*[^\\s\\u0000-\\u001f\\u007f][^\\u0000-\\u001f\\u007f]*$",
                    example = "关于开展2026年度备案工作的公告")
            String title,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "Plain text",
                    minLength = 1,
                    maxLength = 20_000,
                    pattern = "^[^\\u0000-\\u0009\\u000b-\\u001f\\u007f]*$",
                    example = "自12月1日起受理。",
                    extensions =
                            @Extension(
                                    properties =
                                            @ExtensionProperty(name = "x-lines", value = "true", parseValue = true)))
            String text) {}

    /** A notice as it is written. */
    @Serdeable
    record NewNotice(
            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "Whose it is: a module's id, or platform",
                    maxLength = 60,
                    example = "platform")
            String module,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            NoticeText zh,

            @Nullable NoticeText en,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    type = "string",
                    description = "The first day on which it is shown, in Asia/Shanghai",
                    pattern = DAY,
                    example = "2026-12-01")
            String shownFrom,

            @Nullable
            @Schema(
                    type = "string",
                    description = "The last day; absent where it does not end",
                    pattern = DAY,
                    example = "2026-12-31")
            String shownUntil,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "Whether it stands first",
                    example = "false")
            boolean pinned,

            @Nullable
            @Schema(
                    description = "Whether it answers what people ask often: its title is the question",
                    example = "false")
            Boolean question,

            @Nullable @Schema(description = "Files uploaded to the slot platform/notice") @ArraySchema(maxItems = 5)
            List<UUID> files) {}

    /** A notice as staff see it. */
    @Serdeable
    @Schema(name = "Notice")
    record Whole(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "platform")
            String module,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            NoticeText zh,

            @Nullable NoticeText en,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            LocalDate shownFrom,

            @Nullable LocalDate shownUntil,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "false")
            boolean pinned,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "Whether it answers what people ask often",
                    example = "false")
            boolean question,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<UUID> files,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "draft")
            String state,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "草稿")
            String stateTitle,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "Who wrote it last, and may not publish it")
            UUID writtenBy,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Instant writtenAt,

            @Nullable UUID publishedBy,
            @Nullable Instant publishedAt,
            @Nullable Instant withdrawnAt,
            long version)
            implements Audited, Versioned {
        static Whole of(NoticeRow row, Language language) {
            return new Whole(
                    row.id(),
                    row.module(),
                    new NoticeText(row.titleZh(), row.textZh()),
                    row.titleEn() == null || row.textEn() == null ? null : new NoticeText(row.titleEn(), row.textEn()),
                    row.shownFrom(),
                    row.shownUntil(),
                    row.pinned(),
                    row.question(),
                    row.fileIds(),
                    row.state(),
                    row.at().title().in(language),
                    row.writtenBy(),
                    row.writtenAt(),
                    row.publishedBy(),
                    row.publishedAt(),
                    row.withdrawnAt(),
                    row.version());
        }

        @Override
        public String auditSubject() {
            return NoticeAccess.RECORD;
        }

        @Override
        public UUID auditId() {
            return id;
        }

        @Override
        public Map<String, Object> auditDigest() {
            return Map.of("title", zh.title(), "state", state);
        }
    }

    /** A notice as everybody sees it. */
    @Serdeable
    @Schema(name = "PublicNotice")
    record Shown(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "platform")
            String module,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "平台")
            String moduleTitle,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "关于开展2026年度备案工作的公告")
            String title,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description =
                            "Plain text: paragraphs with an empty line between them; lines with \"- \" are a list",
                    example = "自12月1日起受理。",
                    extensions =
                            @Extension(
                                    properties =
                                            @ExtensionProperty(name = "x-lines", value = "true", parseValue = true)))
            String text,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            LocalDate shownFrom,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "false")
            boolean pinned,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<NoticeFile> files,

            @Schema(description = "Changes with the notice", example = "3")
            long version)
            implements Versioned {
        static Shown of(ShownNotice notice) {
            return new Shown(
                    notice.id(),
                    notice.module(),
                    notice.moduleTitle(),
                    notice.title(),
                    notice.text(),
                    notice.shownFrom(),
                    notice.pinned(),
                    notice.files().stream()
                            .map(file -> new NoticeFile(file.name(), file.href(), file.size()))
                            .toList(),
                    notice.version());
        }
    }

    /** A page of the notices of today. */
    @Serdeable
    @Schema(name = "PublicNotices")
    record ShownPage(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<Shown> items,

            @Nullable
            @Schema(description = "The cursor of the next page; absent on the last", example = "AZihwHseejqfUj0eanuMkA")
            String nextCursor,

            @Schema(description = "Changes with what is on the page", example = "3344102")
            long version)
            implements Versioned {
        static ShownPage of(PageOf<Shown> page) {
            return new ShownPage(
                    page.items(),
                    page.nextCursor(),
                    Integer.toUnsignedLong(Objects.hash(page.items(), page.nextCursor())));
        }
    }

    /** A file of a notice. */
    @Serdeable
    record NoticeFile(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "公告.pdf")
            String name,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "/api/platform/v1/public/files/019aa1b0-5d70-7c4e-9a11-0242ac120002")
            String href,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "In bytes", example = "20480")
            long size) {}
}
