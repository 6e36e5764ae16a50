package org.tongban.core.module;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.tongban.core.task.TaskDeclaration;

/** What the platform itself does by the clock (CO-48). */
final class CoreTasks {
    static final List<TaskDeclaration> ALL = List.of(
            new TaskDeclaration(
                    "platform.delete-unattached-files",
                    new Title("清理未使用文件", "Delete unattached files"),
                    Duration.ofHours(1)),
            new TaskDeclaration(
                    "platform.scan-quarantined-files",
                    new Title("检查隔离文件", "Scan quarantined files"),
                    Duration.ofMinutes(1)),
            new TaskDeclaration("platform.expire-drafts", new Title("清理过期草稿", "Expire drafts"), Duration.ofHours(1)),
            new TaskDeclaration(
                    "platform.rotate-keys", new Title("轮换签名密钥", "Rotate signing keys"), Duration.ofHours(6)),
            new TaskDeclaration(
                    "platform.reseal", new Title("换用新主密钥", "Seal under the present master key"), Duration.ofHours(1)),
            new TaskDeclaration(
                    "platform.purge-sessions", new Title("清理过期会话", "Purge ended sessions"), Duration.ofHours(1)),
            new TaskDeclaration(
                    "platform.apply-lost-phones", new Title("更换停用手机号", "Change lost phones"), Duration.ofMinutes(1)),
            TaskDeclaration.daily(
                    "platform.sweep-overdue-reviews",
                    new Title("催办逾期案件", "Look after overdue cases"),
                    LocalTime.of(8, 0)),
            new TaskDeclaration(
                    "platform.revive-jobs", new Title("恢复停滞的任务", "Revive stuck jobs"), Duration.ofMinutes(1)),
            new TaskDeclaration(
                    "platform.purge-captchas", new Title("清理图形验证码", "Purge captchas"), Duration.ofMinutes(10)),
            new TaskDeclaration("platform.purge-codes", new Title("清理过期验证码", "Purge ended codes"), Duration.ofHours(1)),
            new TaskDeclaration(
                    "platform.purge-faces", new Title("清理人脸核验", "Purge face verifications"), Duration.ofHours(1)),
            new TaskDeclaration(
                    "platform.forget-assertions", new Title("清理客户端断言", "Forget assertions"), Duration.ofHours(1)),
            new TaskDeclaration(
                    "platform.dispatch-messages", new Title("发送消息", "Dispatch messages"), Duration.ofSeconds(1)),
            new TaskDeclaration(
                    "platform.purge-messages", new Title("清理过期消息", "Purge old messages"), Duration.ofHours(1)),
            new TaskDeclaration("platform.deliver-events", new Title("投递事件", "Deliver events"), Duration.ofSeconds(1)),
            new TaskDeclaration(
                    "platform.seal-audit", new Title("封存审计记录", "Seal audit records"), Duration.ofMinutes(1)),
            new TaskDeclaration(
                    "platform.anchor-audit", new Title("签名审计链", "Anchor the audit trail"), Duration.ofMinutes(10)),
            new TaskDeclaration(
                    "platform.deliver-webhooks", new Title("投递事件通知", "Call webhooks"), Duration.ofSeconds(1)),
            new TaskDeclaration(
                    "platform.purge-webhook-deliveries",
                    new Title("清理通知日志", "Purge the log of webhooks"),
                    Duration.ofHours(1)),
            new TaskDeclaration(
                    "platform.purge-task-runs", new Title("清理定时任务日志", "Purge the log of tasks"), Duration.ofHours(1)),
            new TaskDeclaration(
                    "platform.forget-answers", new Title("清理幂等记录", "Forget stored answers"), Duration.ofHours(1)));

    private CoreTasks() {}
}
