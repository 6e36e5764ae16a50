package org.tongban.filing;

import java.util.List;
import org.tongban.core.message.MessageTemplate;
import org.tongban.core.module.Title;

/** What the filing of products says to units and objectors (CO-40). */
final class FilingMessages {
    static final List<MessageTemplate> ALL = List.of(
            new MessageTemplate("filing.verification-passed", "您提交的单位实名认证信息已审核通过"),
            new MessageTemplate("filing.verification-returned", "您提交的单位实名认证信息未通过审核：{reason}。请修改后重新提交。"),
            new MessageTemplate("filing.takeover", "另有账号申请使用贵单位的统一社会信用代码实名认证，如有异议请联系{contact}。"),
            new MessageTemplate("filing.filed", "您的产品“{product}”已备案，备案号{number}。"),
            new MessageTemplate("filing.returned", "您的产品“{product}”未通过备案审核：{reason}。请修改后重新提交。"),
            new MessageTemplate("filing.revoked", "您的产品“{product}”已撤销备案。"),
            new MessageTemplate("filing.revocation-refused", "您的产品“{product}”的撤销备案申请未通过：{reason}。"),
            new MessageTemplate("filing.all-patents-lapsed", "产品“{product}”所关联的专利已全部失效或转让，请登录确认撤销备案。"),
            new MessageTemplate("filing.update-open", "产品备案信息更新已开放，请于{date}前完成{count}个产品的更新。"),
            new MessageTemplate("filing.update-reminder", "距产品备案信息更新截止还有{days}天，尚有{count}个产品未更新。"),
            new MessageTemplate("filing.updated", "您的产品“{product}”备案信息更新已通过。"),
            new MessageTemplate("filing.update-returned", "您的产品“{product}”备案信息更新未通过：{reason}。请于{date}前修改后重新提交。"),
            new MessageTemplate("filing.update-missed", "您的产品“{product}”未按期更新，不参与{year}年度认定。"),
            new MessageTemplate("filing.held", "您的产品“{product}”关联专利尚未公开，公开后方可进入公示。"),
            new MessageTemplate("filing.not-met", "您的产品“{product}”未进入{year}年度认定公示：{reason}。"),
            new MessageTemplate("filing.information-asked", "您的产品“{product}”已通过年度认定评价，请于{date}前登录补充信息：{title}。"),
            new MessageTemplate("filing.publicity", "您的产品“{product}”已进入公示阶段，公示至{date}。"),
            new MessageTemplate("filing.recognised", "您的产品“{product}”已认定为专利密集型产品，有效期至{date}，请登录下载证书和标识。"),
            new MessageTemplate("filing.statement-asked", "产品“{product}”收到异议，请于{date}前登录提交说明。"),
            new MessageTemplate("filing.objection-received", "您对“{product}”的异议已收到，回执号{receipt}。")
                    .alsoByMail(new Title("异议已收到", "Objection received")),
            new MessageTemplate("filing.objection-result", "关于“{product}”的异议（{receipt}）处理结果：{result}。")
                    .alsoByMail(new Title("异议处理结果", "Result of an objection")),
            new MessageTemplate("filing.recognition-revoked", "您的产品“{product}”的认定已撤销：{reason}。"),
            new MessageTemplate("filing.expiring", "您的产品“{product}”的认定将于{date}到期。"),
            new MessageTemplate("filing.expired", "您的产品“{product}”的认定已于{date}到期。"));

    private FilingMessages() {}
}
