package org.tongban.filing.patent;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Arrays;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.external.PatentRegistry.LegalStatus;
import org.tongban.core.external.PatentRegistry.PatentKind;
import org.tongban.core.module.Language;
import org.tongban.core.time.BusinessClock;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.Keyset;
import org.tongban.core.web.PageOf;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.SecondPhase;
import org.tongban.core.web.Write;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.unit.FilingUnits;

/** The unit's patents over HTTP (PF-21, PF-22). */
@Controller(PatentController.PATH)
@Tag(name = "patents")
class PatentController {
    static final String PATH = "/api/product-filing/v1/patents";

    private final FilingUnits units;
    private final AddPatent addPatent;
    private final ExtendLicence extendLicence;
    private final DeletePatent deletePatent;
    private final PatentRepository patents;
    private final SecondPhase secondPhase;
    private final BusinessClock clock;

    PatentController(
            FilingUnits units,
            AddPatent addPatent,
            ExtendLicence extendLicence,
            DeletePatent deletePatent,
            PatentRepository patents,
            SecondPhase secondPhase,
            BusinessClock clock) {
        this.units = units;
        this.addPatent = addPatent;
        this.extendLicence = extendLicence;
        this.deletePatent = deletePatent;
        this.patents = patents;
        this.secondPhase = secondPhase;
        this.clock = clock;
    }

    @Get
    @Read
    @Permitted(ProductFilingModule.OWN)
    @Operation(summary = "检索本单位专利", description = "按专利号（任何写法）、名称、权利人中的文字检索，可按类型、法律状态和取得方式筛选。")
    @Refuses({"verification-required", "unit-exists"})
    PageOf<PatentView> listPatents(
            Caller caller,
            @Nullable @QueryValue @Schema(maxLength = 100) String q,
            @Nullable @QueryValue @Schema(maxLength = 100) String number,
            @Nullable @QueryValue @Schema(maxLength = 100) String title,
            @Nullable @QueryValue @Schema(maxLength = 100) String holder,
            @Nullable
                    @QueryValue
                    @Schema(
                            type = "string",
                            allowableValues = {"invention", "utility-model", "design"})
                    String kind,
            @Nullable
                    @QueryValue
                    @Schema(
                            type = "string",
                            allowableValues = {
                                "granted",
                                "in-grace",
                                "lapsed",
                                "expired",
                                "invalidated",
                                "abandoned",
                                "transferred"
                            })
                    String state,
            @Nullable
                    @QueryValue
                    @Schema(
                            type = "string",
                            allowableValues = {
                                "original",
                                "transfer",
                                "inheritance",
                                "gift",
                                "other-assignment",
                                "licence"
                            })
                    String acquisition,
            @Nullable @QueryValue @Schema(maxLength = 100) String cursor,
            @QueryValue(defaultValue = "20") @Schema(minimum = "1", maximum = "100") int limit,
            @QueryValue(defaultValue = "false") boolean count,
            @Parameter(hidden = true) Language language) {
        var unit = units.verified(caller).id();
        var words = words(q, number, title, holder);
        var kinds = names(PatentKind.values(), kind);
        var statuses = names(LegalStatus.values(), state);
        var held = names(Acquisition.values(), acquisition);
        var today = clock.today();
        return Keyset.page(
                        Keyset.place(cursor),
                        limit,
                        (edge, most) -> patents.below(unit, edge, words, kinds, statuses, held, most),
                        (edge, most) -> patents.above(unit, edge, words, kinds, statuses, held, most),
                        UnitPatent::id,
                        patent -> PatentView.of(patent, today, language))
                .counted(count, most -> patents.count(unit, words, kinds, statuses, held, most));
    }

    private static String[] words(
            @Nullable String q, @Nullable String number, @Nullable String title, @Nullable String holder) {
        return Stream.of(
                        RegistryRows.anywhere(q),
                        RegistryRows.inNumber(number),
                        RegistryRows.inTitle(title),
                        RegistryRows.inHolders(holder))
                .flatMap(Function.identity())
                .toArray(String[]::new);
    }

    /** The names of the value with the code, of all where no code is given. */
    private static String[] names(Enum<?>[] values, @Nullable String code) {
        return Arrays.stream(values)
                .filter(value -> code == null || PatentWords.code(value).equals(code))
                .map(Enum::name)
                .toArray(String[]::new);
    }

    @Status(HttpStatus.CREATED)
    @Post
    @Write(action = "product-filing.patent.add", phases = Write.Phases.TWO)
    @Permitted(ProductFilingModule.OWN)
    @Operation(
            summary = "按专利号添加专利",
            description = "表单 product-filing/manual-patent@1。数据取自专利登记数据；登记数据中没有的须填写名称等各项，标为未核实。被许可的须附许可证明。")
    @Refuses({
        "invalid-input",
        "verification-required",
        "patent-number-invalid",
        "patent-unknown",
        "duplicate-patent",
        "file-taken",
        "registry-unavailable",
        "unit-exists"
    })
    HttpResponse<PatentView> addPatent(
            Caller caller,
            @Parameter(hidden = true) Language language,
            @Body @Checked(form = ProductFilingModule.MANUAL_PATENT_FORM) JsonNode document) {
        var asked = addPatent.ask(caller, document);
        return secondPhase.commit(() -> {
            var added = addPatent.add(caller, asked);
            return HttpResponse.created(
                    PatentView.of(added, clock.today(), language), URI.create(PATH + "/" + added.id()));
        });
    }

    @Put("/{id}/licence")
    @Write(
            action = "product-filing.patent.extend-licence",
            owner = PatentOwnership.class,
            ifMatch = true,
            idempotent = false)
    @Permitted(ProductFilingModule.OWN)
    @Operation(summary = "调整专利许可的期限", description = "仅限被许可的专利；结束日不得早于今天，须附新的许可证明，原证明保留。")
    @Refuses({"patent-not-licensed", "file-taken", "verification-required", "unit-exists"})
    HttpResponse<PatentView> extendLicence(
            UUID id, Caller caller, @Parameter(hidden = true) Language language, @Body @Checked LicenceTerm body) {
        return HttpResponse.ok(PatentView.of(extendLicence.extend(caller, id, body), clock.today(), language));
    }

    @Status(HttpStatus.NO_CONTENT)
    @Delete("/{id}")
    @Write(action = "product-filing.patent.delete", owner = PatentOwnership.class)
    @Permitted(ProductFilingModule.OWN)
    @Operation(summary = "删除手动添加的专利", description = "自动导入的、以及已关联审核中或已备案产品的不能删除。")
    @Refuses({"patent-automatic", "patent-linked", "verification-required", "unit-exists"})
    HttpResponse<Void> deletePatent(UUID id, Caller caller) {
        deletePatent.delete(caller, id);
        return HttpResponse.noContent();
    }

    @Get("/{id}")
    @Read(owner = PatentOwnership.class)
    @Permitted(ProductFilingModule.OWN)
    @Refuses("unit-exists")
    @Operation(summary = "查看本单位的一件专利")
    PatentView showPatent(UUID id, @Parameter(hidden = true) Language language) {
        return PatentView.of(patents.ofId(id).orElseThrow(), clock.today(), language);
    }
}
