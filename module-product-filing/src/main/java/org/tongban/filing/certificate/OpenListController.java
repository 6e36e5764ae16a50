package org.tongban.filing.certificate;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.core.csv.CsvFile;
import org.tongban.core.form.Documents;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.EntityTags;
import org.tongban.core.web.Keyset;
import org.tongban.core.web.Open;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Transactions;
import org.tongban.filing.FilingError;
import org.tongban.filing.certificate.OpenList.Listed;
import org.tongban.filing.certificate.OpenListViews.ListedPatent;
import org.tongban.filing.certificate.OpenListViews.ListedRecognition;
import org.tongban.filing.certificate.OpenListViews.RecognitionList;
import org.tongban.filing.recognition.RecognitionState;

/** The open list of recognised and revoked products (PF-73). */
@Controller("/api/product-filing/v1/public")
@Tag(name = "public")
class OpenListController {
    private static final int FORMAT = 1;
    private static final String CSV = "text/csv";
    private static final UUID BEGIN = new UUID(0, 0);
    private static final List<String> HEADER = List.of(
            "certificateNumber",
            "state",
            "recognisedOn",
            "validUntil",
            "revokedOn",
            "underReexamination",
            "product",
            "model",
            "categoryCode",
            "industryCode",
            "filingNumber",
            "unit",
            "creditCode",
            "division",
            "patentNumbers");

    private final OpenList recognitions;
    private final Transactions transactions;

    OpenListController(OpenList recognitions, Transactions transactions) {
        this.recognitions = recognitions;
        this.transactions = transactions;
    }

    @Open
    @Read
    @Get("/recognitions")
    @Operation(
            summary = "列出已认定和已撤销认定的产品",
            description = "最新的在前，内容以颁发证书之日公开的为准；撤销决定正在复核的标明 underReexamination；"
                    + "version 随内容变化，ETag 由它得出。翻页时带上首页的 version，"
                    + "清单已变化则答 409 list-changed，请从头读取；不带则各页为各自读取时的内容。")
    @Refuses("list-changed")
    RecognitionList listPublicRecognitions(
            @Nullable @QueryValue @Schema(maxLength = 100) String cursor,
            @QueryValue(defaultValue = "100") @Schema(minimum = "1", maximum = "1000") int limit,
            @Nullable @QueryValue("version") @Schema(minimum = "0", example = "42") Long pinned) {
        // Read first: what changes meanwhile is told under a version that is over, and asked for again.
        var version = demand(pinned);
        var page = Keyset.page(
                Keyset.place(cursor),
                limit,
                recognitions::below,
                recognitions::above,
                Listed::id,
                OpenListController::view);
        if (pinned != null) {
            // What changed while the page was read may be on it.
            demand(pinned);
        }
        return new RecognitionList(FORMAT, version, page.items(), page.nextCursor(), page.prevCursor());
    }

    /** The list's version now; refuses a reader who began with another. */
    private long demand(@Nullable Long pinned) {
        var version = recognitions.version();
        if (pinned != null && pinned != version) {
            throw DomainException.of(FilingError.LIST_CHANGED).with("version", version);
        }
        return version;
    }

    @Open
    @Read
    @Get(value = "/recognitions.csv", produces = MediaType.ALL)
    @Operation(summary = "下载已认定和已撤销认定的产品清单（CSV）", description = "全部产品，先认定的在前；列名与 JSON 的字段名相同，专利只列专利号。")
    HttpResponse<?> downloadPublicRecognitions(HttpRequest<?> request) {
        var etag = "\"%d.%d.csv\"".formatted(FORMAT, recognitions.version());
        if (EntityTags.names(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH), etag)) {
            return HttpResponse.notModified().header(HttpHeaders.ETAG, etag);
        }
        var content = CsvFile.<Listed>of(
                HEADER,
                (last, most) -> transactions.read(() -> recognitions.above(last == null ? BEGIN : last.id(), most)),
                row -> cells(view(row)));
        return HttpResponse.ok(new StreamedFile(content, MediaType.of(CSV + "; charset=utf-8")))
                .header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"recognitions.csv\"");
    }

    private static List<?> cells(ListedRecognition row) {
        return List.of(
                row.certificateNumber(),
                row.state(),
                row.recognisedOn(),
                row.validUntil(),
                row.revokedOn() == null ? "" : row.revokedOn(),
                row.underReexamination() == null ? "" : row.underReexamination(),
                row.product(),
                row.model(),
                row.categoryCode(),
                row.industryCode(),
                row.filingNumber(),
                row.unit(),
                row.creditCode(),
                row.division(),
                row.patents().stream().map(ListedPatent::patentNumber).collect(Collectors.joining(" ")));
    }

    private static ListedRecognition view(Listed listed) {
        var row = listed.recognition();
        return new ListedRecognition(
                row.certificateNumber(),
                row.state().code(),
                row.recognisedOn(),
                row.validUntil(),
                row.state() == RecognitionState.REVOKED
                        ? LocalDate.ofInstant(row.changedAt(), BusinessClock.ZONE)
                        : null,
                listed.underReexamination() ? true : null,
                row.productName(),
                row.model(),
                row.categoryCode(),
                row.industryCode(),
                row.filingNumber(),
                row.unitName(),
                row.uscc(),
                row.division(),
                patents(row));
    }

    private static List<ListedPatent> patents(OpenRecognition row) {
        var patents = new ArrayList<ListedPatent>();
        for (var patent : Documents.read(row.patents())) {
            var holders = new ArrayList<String>();
            patent.path("holders").forEach(holder -> holders.add(holder.asText()));
            patents.add(new ListedPatent(
                    text(patent, "patentNumber"),
                    text(patent, "title"),
                    text(patent, "kind"),
                    holders,
                    text(patent, "legalStatus")));
        }
        return patents;
    }

    private static String text(JsonNode patent, String field) {
        return patent.path(field).asText();
    }
}
