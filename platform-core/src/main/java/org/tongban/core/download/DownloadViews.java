package org.tongban.core.download;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.download.DownloadRepository.VersionRow;
import org.tongban.core.file.FileType;
import org.tongban.core.module.Language;
import org.tongban.core.web.Audited;

/** What enters and leaves the API about downloads (CO-34). */
final class DownloadViews {
    static final String RECORD = "platform/download";

    private static final String FILES = "/api/platform/v1/public/files/";

    private DownloadViews() {}

    /**
     * A download, and the version that everybody gets.
     *
     * @param href where the present version is at all times; forms point here
     * @param current absent as long as nothing is published
     */
    @Serdeable
    @Schema(name = "Download")
    record Summary(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "product-filing/commitment")
            String id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "product-filing")
            String module,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    description = "Its name within the module",
                    example = "commitment")
            String name,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "诚信承诺书（空白）")
            String title,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "/api/platform/v1/downloads/product-filing/commitment/file")
            String href,

            @Nullable Version current) {
        static Summary of(Download download, @Nullable VersionRow current, Language language) {
            return new Summary(
                    download.id(),
                    download.module(),
                    download.name(),
                    download.title().in(language),
                    download.href(),
                    current == null ? null : Version.of(current));
        }
    }

    @Serdeable
    @Schema(name = "DownloadList")
    record Summaries(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            List<Summary> items) {}

    /** A published version: which file, and where it is. */
    @Serdeable
    @Schema(name = "DownloadVersion")
    record Version(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            UUID id,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "product-filing/commitment")
            String download,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "1")
            int version,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "承诺书.docx")
            String name,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "application/pdf")
            String type,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "In bytes", example = "20480")
            long size,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")
            String sha256,

            @Schema(
                    requiredMode = Schema.RequiredMode.REQUIRED,
                    example = "/api/platform/v1/public/files/019aa1b0-5d70-7c4e-9a11-0242ac120002")
            String href,

            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
            Instant publishedAt)
            implements Audited {
        static Version of(VersionRow row) {
            return new Version(
                    row.id(),
                    row.download(),
                    row.version(),
                    row.name(),
                    FileType.valueOf(row.type()).mediaType(),
                    row.size(),
                    row.sha256(),
                    FILES + row.file(),
                    row.publishedAt());
        }

        @Override
        public String auditSubject() {
            return RECORD;
        }

        @Override
        public UUID auditId() {
            return id;
        }

        @Override
        public Map<String, Object> auditDigest() {
            return Map.of("download", download, "version", version, "sha256", sha256);
        }
    }

    /**
     * The next version of a download.
     *
     * @param file a file uploaded to the slot {@code platform/content}
     */
    @Serdeable
    @Schema(name = "NewDownloadVersion")
    record NewVersion(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED, example = "019aa1b0-5d70-7c4e-9a11-0242ac120002")
            UUID file) {}
}
