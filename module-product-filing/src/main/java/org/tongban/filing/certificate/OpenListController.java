package org.tongban.filing.certificate;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
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
import org.tongban.filing.publicdata.PublicPictures;
import org.tongban.filing.recognition.RecognitionState;

/** The open list of recognised and revoked products (PF-73). */
@Controller("/api/product-filing/v1/public")
@Tag(name = "public")
class OpenListController {
    private static final int FORMAT = 1;
    private static final MediaType CSV = MediaType.of("text/csv; charset=utf-8");
    private static final String CACHED = "public, max-age=60";
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
            "barcode",
            "trademark",
            "introduction",
            "firstProductionYear",
            "exportPlaces",
            "dataYear",
            "filedOn",
            "pictures",
            "patentNumbers",
            "patents");

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
    HttpResponse<RecognitionList> listPublicRecognitions(
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
        return HttpResponse.ok(new RecognitionList(FORMAT, version, page.items(), page.nextCursor(), page.prevCursor()))
                .header(HttpHeaders.CACHE_CONTROL, CACHED);
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
    @Operation(
            summary = "下载已认定和已撤销认定的产品清单（CSV）",
            description = "全部产品，先认定的在前；列名与 JSON 的字段名相同；多个值以空格分隔，出口地以“；”分隔，patents 为 JSON 数组。")
    HttpResponse<?> downloadPublicRecognitions(HttpRequest<?> request) {
        var etag = "\"%d.%d.csv\"".formatted(FORMAT, recognitions.version());
        if (EntityTags.names(request.getHeaders().get(HttpHeaders.IF_NONE_MATCH), etag)) {
            return HttpResponse.notModified().header(HttpHeaders.ETAG, etag).header(HttpHeaders.CACHE_CONTROL, CACHED);
        }
        var content = CsvFile.<Listed>of(
                HEADER,
                (last, most) -> transactions.read(() -> recognitions.above(last == null ? BEGIN : last.id(), most)),
                OpenListController::cells);
        // A stream, and no file of the framework's, which says of all that they changed at this moment.
        return HttpResponse.ok(content)
                .contentType(CSV)
                .header(HttpHeaders.ETAG, etag)
                .header(HttpHeaders.CACHE_CONTROL, CACHED)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"recognitions.csv\"");
    }

    private static List<?> cells(Listed listed) {
        var row = view(listed);
        return List.of(
                row.certificateNumber(),
                row.state(),
                row.recognisedOn(),
                row.validUntil(),
                cell(row.revokedOn()),
                cell(row.underReexamination()),
                row.product(),
                row.model(),
                row.categoryCode(),
                row.industryCode(),
                row.filingNumber(),
                row.unit(),
                row.creditCode(),
                row.division(),
                cell(row.barcode()),
                cell(row.trademark()),
                cell(row.introduction()),
                cell(row.firstProductionYear()),
                String.join("；", row.exportPlaces()),
                cell(row.dataYear()),
                cell(row.filedOn()),
                String.join(" ", row.pictures()),
                row.patents().stream().map(ListedPatent::patentNumber).collect(Collectors.joining(" ")),
                listed.recognition().patents());
    }

    private static Object cell(@Nullable Object value) {
        return value == null ? "" : value;
    }

    private static ListedRecognition view(Listed listed) {
        var row = listed.recognition();
        var product = Documents.read(row.product());
        var firstYear = text(product, "firstProductionYear");
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
                given(product, "barcode"),
                given(product, "trademark"),
                given(product, "introduction"),
                firstYear.isEmpty() ? null : Integer.valueOf(firstYear),
                Stream.of("exportPlaces", "exportPlaceOther")
                        .flatMap(places -> texts(product.path(places)).stream())
                        .toList(),
                row.dataYear(),
                row.filedOn(),
                PublicPictures.addresses(product),
                patents(row));
    }

    private static List<ListedPatent> patents(OpenRecognition row) {
        var patents = new ArrayList<ListedPatent>();
        for (var patent : Documents.read(row.patents())) {
            patents.add(new ListedPatent(
                    text(patent, "patentNumber"),
                    text(patent, "title"),
                    text(patent, "kind"),
                    texts(patent.path("holders")),
                    text(patent, "legalStatus")));
        }
        return patents;
    }

    private static List<String> texts(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private static @Nullable String given(JsonNode fields, String field) {
        var value = text(fields, field);
        return value.isEmpty() ? null : value;
    }

    private static String text(JsonNode fields, String field) {
        return fields.path(field).asText();
    }
}
