package org.tongban.filing.objection;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tongban.core.file.RecordRef;
import org.tongban.core.file.serve.NamelessFiles;
import org.tongban.core.module.Language;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Keyset;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.Write;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.objection.UnitObjectionViews.UnitView;
import org.tongban.filing.product.FiledProducts;
import org.tongban.filing.unit.FilingUnits;

/** Objections to the unit's own products, as far as it knows of them (PF-61). */
@Controller(UnitObjectionController.PATH)
@Tag(name = "objections")
class UnitObjectionController {
    static final String PATH = "/api/product-filing/v1/objections";

    private final ObjectionRepository objections;
    private final SubmitStatement submitStatement;
    private final StatementPeriod period;
    private final ShownEvidence evidence;
    private final ObjectionOwnership ownership;
    private final Transactions transactions;
    private final NamelessFiles files;
    private final FilingUnits units;
    private final FiledProducts products;
    private final BusinessClock clock;

    UnitObjectionController(
            ObjectionRepository objections,
            SubmitStatement submitStatement,
            StatementPeriod period,
            ShownEvidence evidence,
            ObjectionOwnership ownership,
            Transactions transactions,
            NamelessFiles files,
            FilingUnits units,
            FiledProducts products,
            BusinessClock clock) {
        this.objections = objections;
        this.submitStatement = submitStatement;
        this.period = period;
        this.evidence = evidence;
        this.ownership = ownership;
        this.transactions = transactions;
        this.files = files;
        this.units = units;
        this.products = products;
        this.clock = clock;
    }

    @Get
    @Read
    @Permitted(ProductFilingModule.OWN)
    @Operation(summary = "列出对本单位产品的异议", description = "要求说明后或处理完毕的异议；异议人的信息不提供。")
    @Refuses({"verification-required", "unit-exists"})
    PageOf<UnitView> listObjections(
            Caller caller,
            @Nullable
                    @QueryValue
                    @Schema(
                            type = "string",
                            allowableValues = {"statement-asked", "upheld", "not-upheld", "dismissed"})
                    String state,
            @Nullable @QueryValue @Schema(maxLength = 100) String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit,
            @QueryValue(defaultValue = "false") boolean count,
            @Parameter(hidden = true) Language language) {
        var unit = units.verified(caller).id();
        var states = ObjectionState.named(state);
        return Keyset.page(
                        Keyset.place(cursor),
                        limit,
                        (edge, most) -> objections.below(unit, states, edge, most),
                        (edge, most) -> objections.above(unit, states, edge, most),
                        Objection::id,
                        row -> view(row, language))
                .counted(count, most -> objections.count(unit, states, most));
    }

    @Get("/{id}")
    @Read(owner = ObjectionOwnership.class)
    @Permitted(ProductFilingModule.OWN)
    @Operation(summary = "查看对本单位产品的异议", description = "异议理由、整理后的内容和允许查看的材料；异议人的信息不提供。")
    @Refuses({"not-found", "unit-exists"})
    UnitView showObjection(UUID id, @Parameter(hidden = true) Language language) {
        return view(objections.ofId(id).orElseThrow(), language);
    }

    @Get(value = "/{id}/evidence/{number}", produces = MediaType.ALL)
    @Permitted(ProductFilingModule.OWN)
    @Operation(summary = "下载异议材料", description = "文件名和文件中的作者、位置等信息已去除。")
    @Refuses({"not-found", "file-not-found", "file-damaged", "store-unavailable", "overloaded", "unit-exists"})
    HttpResponse<byte[]> showEvidence(
            UUID id, @PathVariable @Schema(minimum = "1", maximum = "5", example = "1") int number, Caller caller) {
        // No connection is held while the store is read.
        var file = transactions
                .read(() -> ownership.version(caller, id, false).flatMap(found -> evidence.file(id, number)))
                .orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND));
        return files.serve(file, new RecordRef(ObjectionFiles.RECORD, id), ShownEvidence.LABEL.zh() + number);
    }

    @Status(HttpStatus.CREATED)
    @Post("/{id}/statement")
    @Write(action = "product-filing.objection.state", owner = ObjectionOwnership.class)
    @Permitted(ProductFilingModule.OWN)
    @Operation(summary = "提交异议说明", description = "表单 product-filing/objection-statement@1；期限内提交一次。")
    @Refuses({
        "statement-given",
        "statement-late",
        "illegal-move",
        "objection-refused",
        "file-taken",
        "file-not-clean",
        "verification-required",
        "unit-exists"
    })
    HttpResponse<UnitView> submitStatement(
            UUID id,
            Caller caller,
            @Parameter(hidden = true) Language language,
            @Body @Checked(form = ProductFilingModule.STATEMENT_FORM) JsonNode document) {
        units.verified(caller);
        return HttpResponse.created(
                view(submitStatement.submit(caller, id, document), language), URI.create(PATH + "/" + id));
    }

    private UnitView view(Objection objection, Language language) {
        return UnitView.of(objection, products.of(objection.product()).name(), period, clock.today(), language);
    }
}
