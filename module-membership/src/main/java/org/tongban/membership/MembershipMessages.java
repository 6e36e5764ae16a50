package org.tongban.membership;

import java.util.List;
import org.tongban.core.message.MessageTemplate;

/** What the association says to its members (CO-40). */
final class MembershipMessages {
    static final List<MessageTemplate> ALL = List.of(
            new MessageTemplate("membership.approved", "您的入会申请已审核通过，请登录会员中心缴纳会费。"),
            new MessageTemplate("membership.returned", "您的入会申请需补正：{reason}。请修改后重新提交。"),
            new MessageTemplate("membership.account-opened", "您的入会申请已审核通过，账号{account}，初始密码{password}，请登录后立即修改并缴纳会费。"),
            new MessageTemplate("membership.pay-request", "{name}请贵机构为其缴纳{year}年度会费。"),
            new MessageTemplate("membership.reduction-approved", "您的会费减免申请已通过，申报单号{number}，应缴{amount}元。"),
            new MessageTemplate("membership.reduction-rejected", "您的会费减免申请未通过：{reason}。申报单号{number}，应缴{amount}元。"),
            new MessageTemplate("membership.payment-received", "申报单{number}的会费{amount}元已收到，会员证已生成，请登录会员中心查看。"),
            new MessageTemplate("membership.expiring", "您的会员资格将于{date}到期，请及时缴纳{year}年度会费。"),
            new MessageTemplate("membership.expired", "您的会员资格已于{date}到期。缴纳会费后即可恢复。"),
            new MessageTemplate("membership.certificate-changed", "您的会员证信息变更已通过，新会员证已生成。"),
            new MessageTemplate("membership.certificate-change-rejected", "您的会员证信息变更未通过：{reason}。"),
            new MessageTemplate("membership.certificate-posted", "您的会员证已由{carrier}寄出，单号{tracking}。"),
            new MessageTemplate("membership.course-place", "您已从候补转为正式报名：{course}，{date}。"),
            new MessageTemplate("membership.agency-left", "您所属的{agency}已退会，您的会员资格不受影响。"));

    private MembershipMessages() {}
}
