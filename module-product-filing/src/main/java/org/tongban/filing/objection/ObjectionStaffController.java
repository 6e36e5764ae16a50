package org.tongban.filing.objection;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.tongban.core.module.Language;
import org.tongban.core.web.Caller;
import org.tongban.core.web.Checked;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Permitted;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Write;
import org.tongban.filing.ObjectionError;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.objection.ObjectionViews.ObjectorView;
import org.tongban.filing.objection.ObjectionViews.StaffView;
import org.tongban.filing.objection.ObjectionViews.StatementRequest;
import org.tongban.filing.product.FiledProducts;

/** What officers see and do of an objection beside its case, which they hold (PF-61). */
@Controller(UnitObjectionController.PATH + "/{id}/handling")
@Tag(name = "objections")
class ObjectionStaffController {
    private final ObjectionRepository objections;
    private final HandleObjection handleObjection;
    private final SealObjector sealObjector;
    private final StatementPeriod period;
    private final FiledProducts products;

    ObjectionStaffController(
            ObjectionRepository objections,
            HandleObjection handleObjection,
            SealObjector sealObjector,
            StatementPeriod period,
            FiledProducts products) {
        this.objections = objections;
        this.handleObjection = handleObjection;
        this.sealObjector = sealObjector;
        this.period = period;
        this.products = products;
    }

    @Get
    @Read(owner = ObjectionStaffOwnership.class)
    @Permitted(ProductFilingModule.HANDLE_OBJECTIONS)
    @Operation(summary = "查看异议及单位说明", description = "异议人的手机、邮箱和证件号码以掩码显示。")
    @Refuses("not-found")
    StaffView showHandling(UUID id, @Parameter(hidden = true) Language language) {
        return view(objections.ofId(id).orElseThrow(), language);
    }

    @Get("/objector")
    @Read(action = "product-filing.objection.read-objector", owner = ObjectionStaffOwnership.class)
    @Permitted(ProductFilingModule.HANDLE_OBJECTIONS)
    @Operation(summary = "查看异议人的完整信息", description = "每次查看均留审计记录。")
    @Refuses({"not-found", "objector-forgotten"})
    ObjectorView showObjector(UUID id) {
        var objector = sealObjector.open(objections.ofId(id).orElseThrow());
        if (objector.isForgotten()) {
            throw DomainException.of(ObjectionError.OBJECTOR_FORGOTTEN);
        }
        return ObjectorView.of(id, objector);
    }

    @Post("/taking-up")
    @Write(action = "product-filing.objection.take-up", owner = ObjectionStaffOwnership.class)
    @Permitted(ProductFilingModule.HANDLE_OBJECTIONS)
    @Operation(summary = "受理异议", description = "须先认领案件；不予受理的，直接以“不予通过”作出决定并写明理由。")
    @Refuses({"illegal-move", "case-not-claimed", "case-closed", "own-case", "decided-before", "forbidden"})
    HttpResponse<StaffView> takeUpObjection(UUID id, Caller caller, @Parameter(hidden = true) Language language) {
        return HttpResponse.ok(view(handleObjection.takeUp(caller, id), language));
    }

    @Post("/statement-request")
    @Write(action = "product-filing.objection.ask-statement", owner = ObjectionStaffOwnership.class)
    @Permitted(ProductFilingModule.HANDLE_OBJECTIONS)
    @Operation(summary = "要求单位说明", description = "填写去除识别异议人内容后的文字和允许单位查看的材料序号；单位将收到通知。")
    @Refuses({"illegal-move", "case-not-claimed", "case-closed", "own-case", "decided-before", "forbidden"})
    HttpResponse<StaffView> askStatement(
            UUID id, Caller caller, @Parameter(hidden = true) Language language, @Body @Checked StatementRequest body) {
        return HttpResponse.ok(view(handleObjection.askStatement(caller, id, body), language));
    }

    @Post("/statement-extension")
    @Write(action = "product-filing.objection.extend-statement", owner = ObjectionStaffOwnership.class)
    @Permitted(ProductFilingModule.HANDLE_OBJECTIONS)
    @Operation(summary = "延长说明期限", description = "可延长一次，增加同样的工作日数；单位将收到通知。")
    @Refuses({
        "illegal-move",
        "statement-given",
        "statement-extended",
        "case-not-claimed",
        "case-closed",
        "own-case",
        "decided-before",
        "forbidden"
    })
    HttpResponse<StaffView> extendStatement(UUID id, Caller caller, @Parameter(hidden = true) Language language) {
        return HttpResponse.ok(view(handleObjection.extend(caller, id), language));
    }

    private StaffView view(Objection objection, Language language) {
        return StaffView.of(
                objection,
                sealObjector.open(objection).proof(),
                products.of(objection.product()).name(),
                period,
                language);
    }
}
