package org.tongban.core.module;

import java.util.List;
import org.tongban.core.message.MessageTemplate;

/** What the platform itself says to people (CO-40). */
final class CoreMessages {
    static final List<MessageTemplate> ALL = List.of(
            new MessageTemplate("core.otp", "验证码{code}，用于{purpose}，{minutes}分钟内有效，请勿告诉他人。")
                    .inEnglish("Your code is {code}, for {purpose}. It is valid for {minutes} minutes; tell it to"
                            + " nobody.")
                    .alsoByMail(new Title("验证码", "Your code"))
                    .atOnce(),
            new MessageTemplate("core.password-reset", "您的账号{account}已重置密码。如非本人操作，请立即联系{contact}。")
                    .alsoByMail(new Title("密码已重置", "Your password was reset")),
            new MessageTemplate("core.draft-expiring", "您的“{title}”草稿已{days}天未修改，将于{date}删除。"),
            new MessageTemplate("core.returned", "您提交的{title}（{number}）需补正：{reason}。请修改后重新提交。"),
            new MessageTemplate("core.rejected", "您提交的{title}（{number}）未通过：{reason}。"),
            new MessageTemplate("core.reexamined", "关于{title}（{number}）的复核结果：{result}。"),
            new MessageTemplate("core.corrected", "{title}（{number}）已作勘误：{reason}。"),
            new MessageTemplate("core.withdrawal-granted", "您撤回{title}（{number}）的请求已获同意，可修改后重新提交。"),
            new MessageTemplate("core.withdrawal-refused", "您撤回{title}（{number}）的请求未获同意：{reason}。"),
            // By SMS it would go to the lost phone.
            new MessageTemplate("core.lost-phone-asked", "账号{account}收到手机号停用申诉（{number}）。如非本人操作，请停止该申诉，并联系{contact}。")
                    .withoutSms(),
            new MessageTemplate("core.lost-phone-rejected", "账号{account}的手机号停用申诉（{number}）未通过：{reason}。").withoutSms(),
            new MessageTemplate("core.reviews-overdue", "您认领的案件中有{count}件已逾期，最早的应于{date}办结。请尽快办理，或退回队列。")
                    .inEnglish("Of the cases that you have claimed {count} are overdue, the oldest since {date}."
                            + " Please decide them, or give them back to the queue.")
                    .inInboxAlone(),
            new MessageTemplate("core.webhook-disabled", "发往{host}的事件通知已停用：{reason}。请修复后重新启用，并按需重新投递。")
                    .alsoByMail(new Title("事件通知已停用", "A webhook was disabled"))
                    .withoutSms(),
            new MessageTemplate("core.phone-change", "您的账号{account}申请更换手机号，将于{time}生效。如非本人操作，请立即联系{contact}。"));

    private CoreMessages() {}
}
