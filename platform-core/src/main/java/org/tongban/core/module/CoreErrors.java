package org.tongban.core.module;

import java.util.List;
import java.util.stream.Stream;
import org.tongban.core.account.AccountError;
import org.tongban.core.agreement.AgreementError;
import org.tongban.core.audit.trail.AuditError;
import org.tongban.core.calendar.CalendarError;
import org.tongban.core.captcha.CaptchaError;
import org.tongban.core.client.ClientError;
import org.tongban.core.code.CodeError;
import org.tongban.core.console.ConsoleError;
import org.tongban.core.document.DocumentError;
import org.tongban.core.download.DownloadError;
import org.tongban.core.event.EventError;
import org.tongban.core.external.ExternalError;
import org.tongban.core.face.FaceError;
import org.tongban.core.file.FileError;
import org.tongban.core.lostphone.LostPhoneError;
import org.tongban.core.message.MessageError;
import org.tongban.core.notice.NoticeError;
import org.tongban.core.page.PageError;
import org.tongban.core.reference.ReferenceError;
import org.tongban.core.review.ReviewError;
import org.tongban.core.staff.StaffError;
import org.tongban.core.task.TaskError;
import org.tongban.core.web.CoreError;
import org.tongban.core.web.ErrorCode;
import org.tongban.core.webhook.WebhookError;

/** The errors of the platform itself (CO-10). */
final class CoreErrors {
    static final List<ErrorCode> ALL = Stream.of(
                    CoreError.values(),
                    AccountError.values(),
                    AuditError.values(),
                    CaptchaError.values(),
                    CodeError.values(),
                    AgreementError.values(),
                    CalendarError.values(),
                    DocumentError.values(),
                    DownloadError.values(),
                    EventError.values(),
                    ClientError.values(),
                    ExternalError.values(),
                    FaceError.values(),
                    FileError.values(),
                    NoticeError.values(),
                    ReferenceError.values(),
                    ReviewError.values(),
                    TaskError.values(),
                    StaffError.values(),
                    MessageError.values(),
                    WebhookError.values(),
                    LostPhoneError.values(),
                    ConsoleError.values(),
                    PageError.values())
            .<ErrorCode>flatMap(Stream::of)
            .toList();

    private CoreErrors() {}
}
