package org.tongban.filing.objection;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.tongban.core.document.DocumentFiles;
import org.tongban.core.module.Language;
import org.tongban.core.web.Checked;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.Open;
import org.tongban.core.web.Read;
import org.tongban.core.web.Refuses;
import org.tongban.core.web.Transactions;
import org.tongban.core.web.Write;
import org.tongban.filing.ProductFilingModule;
import org.tongban.filing.objection.ObjectionViews.Progress;

/** Objections of the public, without an account (PF-60). */
@Controller("/api/product-filing/v1/public/objections")
@Tag(name = "objections")
class PublicObjectionController {
    private final ReceiveObjection receiveObjection;
    private final FollowObjection followObjection;
    private final DocumentFiles files;
    private final Transactions transactions;

    PublicObjectionController(
            ReceiveObjection receiveObjection,
            FollowObjection followObjection,
            DocumentFiles files,
            Transactions transactions) {
        this.receiveObjection = receiveObjection;
        this.followObjection = followObjection;
        this.files = files;
        this.transactions = transactions;
    }

    @Status(HttpStatus.CREATED)
    @Post
    @Open
    @Write(action = "product-filing.objection.receive", idempotent = false)
    @Operation(
            summary = "提出异议",
            description = "表单 product-filing/objection@1。先以用途 objection（账号域 filing-unit）取得手机凭据，凭据同时用于上传证据。"
                    + "既看不清图片也听不了语音验证码的，以同一用途取得所填邮箱的凭据，填在 phoneProof 中。"
                    + "查询码由凭据得出，只显示给提交人；凭据只能用一次，用同一凭据重发同一产品的同一内容（如未收到答复），答复与首次相同，"
                    + "因此不需要 Idempotency-Key；三十日内对同一产品提交相同内容的，答复首次的回执号，"
                    + "receivedBefore 说明是本人提交的（own）还是他人提交的（another）。")
    @Refuses({
        "proof-refused",
        "not-open-to-objections",
        "objection-open",
        "objection-limit",
        "objection-refused",
        "file-taken",
        "file-not-clean"
    })
    HttpResponse<Receipt> receiveObjection(
            @Body @Checked(form = ProductFilingModule.OBJECTION_FORM) JsonNode document) {
        return HttpResponse.status(HttpStatus.CREATED).body(Receipt.of(receiveObjection.receive(document)));
    }

    /**
     * The same PDF each time.
     *
     * @param code as it was shown with the receipt
     */
    @Get(value = "/receipt", produces = MediaType.ALL)
    @Open
    @Operation(summary = "下载异议回执", description = "PDF，列明提交的内容和材料的 SHA-256。凭回执号和查询码；两者不符的一律答复不存在。")
    @Refuses({"not-found", "store-unavailable", "document-damaged", "overloaded"})
    HttpResponse<?> downloadObjectionReceipt(
            @QueryValue @Schema(minLength = 1, maxLength = 60, example = "YY2026-0000012-8") String receiptNumber,
            @Header("Follow-Up-Code") @Schema(minLength = 1, maxLength = 60, example = "7K3M-PQ2R-9XHA-VB4T")
                    String code,
            HttpRequest<?> request) {
        var receipt = files.serve(
                request,
                transactions.write(() -> followObjection
                        .receipt(receiptNumber, code)
                        .orElseThrow(() -> DomainException.of(CoreError.NOT_FOUND))));
        // It says who objects: no cache on the way is to have it.
        var answer = receipt.toMutableResponse();
        answer.getHeaders().set(HttpHeaders.CACHE_CONTROL, "no-store");
        return answer;
    }

    /** @param code as it was shown with the receipt */
    @Get("/progress")
    @Open
    @Read
    @Operation(summary = "查询异议处理进度", description = "凭回执号和查询码；两者不符的一律答复不存在。")
    @Refuses("not-found")
    Progress showProgress(
            @QueryValue @Schema(minLength = 1, maxLength = 60, example = "YY2026-0000012-8") String receiptNumber,
            @Header("Follow-Up-Code") @Schema(minLength = 1, maxLength = 60, example = "7K3M-PQ2R-9XHA-VB4T")
                    String code,
            @Parameter(hidden = true) Language language) {
        return followObjection.follow(receiptNumber, code, language);
    }
}
