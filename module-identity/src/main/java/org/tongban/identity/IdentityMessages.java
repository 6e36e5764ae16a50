package org.tongban.identity;

import java.util.List;
import org.tongban.core.message.MessageTemplate;

/** What the registry of persons and organisations says to people (CO-40). */
final class IdentityMessages {
    static final List<MessageTemplate> ALL = List.of(
            new MessageTemplate("identity.handler-registered", "{organisation}已将您登记为经办人，请登录同意注册协议并设置密码：{link}"),
            new MessageTemplate("identity.id-expiring", "您的证件将于{date}到期，请及时登录更新有效期。"),
            new MessageTemplate("identity.application-to-approver", "{name}申请成为{organisation}的经办人，请登录后在“经办人申请”中审核。"),
            new MessageTemplate(
                    "identity.application-to-representative",
                    "{name}申请成为{organisation}的经办人。请法定代表人注册账号，登录后在“经办人申请”中审核：{link}"),
            new MessageTemplate("identity.application-reminder", "{name}的经办人申请已等待{days}天，请登录后在“经办人申请”中审核。"),
            new MessageTemplate("identity.application-approved", "您在{organisation}的经办人申请已通过，可用设置的账号登录。"),
            new MessageTemplate("identity.application-rejected", "您在{organisation}的经办人申请未通过：{reason}。"),
            new MessageTemplate("identity.application-lapsed", "您在{organisation}的经办人申请超过{days}天未审核，已失效，可重新申请。"),
            new MessageTemplate("identity.manual-passed", "您提交的单位信息比对通过，可直接登录。"),
            new MessageTemplate("identity.manual-failed", "您提交的单位信息比对未通过：{reason}，请重新上传资料。"),
            new MessageTemplate("identity.manual-lapsed", "您提交的单位信息比对未通过，超过{days}天未重新提交，已失效，可重新申请。"),
            new MessageTemplate("identity.authority-granted", "您已被授予{organisation}的管理员权限，可审核经办人申请、管理经办人账号。")
                    .inInboxAlone(),
            new MessageTemplate("identity.authority-withdrawn", "您在{organisation}的管理员权限已被收回。").inInboxAlone(),
            new MessageTemplate("identity.handler-replaced", "{organisation}的经办人账号{account}已更换使用人。").inInboxAlone(),
            new MessageTemplate("identity.handler-closed", "您在{organisation}的经办人账号已被注销。").withoutSms(),
            new MessageTemplate("identity.organisation-changed", "{organisation}的单位信息变更已生效。"));

    private IdentityMessages() {}
}
