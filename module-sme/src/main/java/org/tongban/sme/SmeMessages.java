package org.tongban.sme;

import java.util.List;
import org.tongban.core.message.MessageTemplate;

/** What the support of enterprises says to them (CO-40). */
final class SmeMessages {
    static final List<MessageTemplate> ALL = List.of(
            new MessageTemplate("sme.campaign-open", "{title}已开始，上报时间为{from}至{to}。"),
            new MessageTemplate("sme.reminder", "距{year}年度企业数据上报截止还有{days}天，请及时填报提交。"),
            new MessageTemplate("sme.missed", "{year}年度企业数据未按期提交。如需延期请联系省级知识产权管理部门。"),
            new MessageTemplate("sme.extended", "{year}年度企业数据上报已为贵企业延期至{date}。"),
            new MessageTemplate("sme.returned", "{year}年度企业数据被退回：{reason}。请于{date}前修改后重新提交。"),
            new MessageTemplate("sme.approved", "{year}年度企业数据已通过省级审核。"),
            new MessageTemplate("sme.recommended", "贵企业已获省级推荐。"),
            new MessageTemplate("sme.not-recommended", "贵企业本年度未获省级推荐：{reason}。"),
            new MessageTemplate("sme.selected", "贵企业已进入专利产业化样板企业培育库。"),
            new MessageTemplate("sme.not-selected", "贵企业本年度未进入培育库：{reason}。"),
            new MessageTemplate("sme.stage", "贵企业的培育阶段已变更为{stage}。"),
            new MessageTemplate("sme.removed", "贵企业已调出培育库：{reason}。"),
            new MessageTemplate("sme.unlocked", "企业信息已解锁，请修改后重新提交。"),
            new MessageTemplate("sme.unlock-refused", "企业信息修改申请未通过：{reason}。"));

    private SmeMessages() {}
}
