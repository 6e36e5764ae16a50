package org.tongban.core.file;

import org.tongban.core.module.Title;
import org.tongban.core.web.DomainException;
import org.tongban.core.web.ErrorCode;
import org.tongban.core.web.ErrorKind;
import org.tongban.core.web.Failure;

/** Why a file is refused or not to be had (CO-35, CO-36). */
public enum FileError implements ErrorCode {
    STORE_UNAVAILABLE(
            "store-unavailable",
            ErrorKind.UNAVAILABLE,
            "文件存储暂时不可用，请稍后重试。",
            "The file store does not answer at the moment; try again later."),
    FILE_NOT_FOUND("file-not-found", ErrorKind.NOT_FOUND, "文件不存在。", "There is no such file."),
    FILE_SLOT_UNKNOWN(
            "file-slot-unknown",
            ErrorKind.BAD_REQUEST,
            "未知的文件用途。请使用表单中给出的 slot。",
            "There is no such file slot; use the slot that the form names."),
    FILE_NAME_INVALID("file-name-invalid", ErrorKind.BAD_REQUEST, "文件名无法读取。", "The name of the file cannot be read."),
    FILE_EMPTY("file-empty", ErrorKind.BAD_REQUEST, "文件为空。", "The file is empty."),
    FILE_INCOMPLETE(
            "file-incomplete",
            ErrorKind.BAD_REQUEST,
            "文件未完整上传，请重新上传。",
            "The file did not arrive whole; upload it again."),
    FILE_TAKEN(
            "file-taken",
            ErrorKind.CONFLICT,
            "文件已用于其他记录或已过期，请重新上传。",
            "Another record holds the file, or it has expired; upload it again."),
    FILE_TOO_LARGE("file-too-large", ErrorKind.TOO_LARGE, "文件超过允许的大小。", "The file is larger than allowed."),
    FILE_TYPE_NOT_ALLOWED(
            "file-type-not-allowed",
            ErrorKind.UNSUPPORTED_TYPE,
            "此处不接受该类型的文件。",
            "A file of this type is not accepted here."),
    TOO_MANY_FILES(
            "too-many-files",
            ErrorKind.CONFLICT,
            "已上传但尚未提交的文件太多。请先删除不需要的文件，再上传。",
            "Too many files are uploaded and not handed in yet. Remove those that you do not need, then upload more."),
    FILE_NOT_CLEAN(
            "file-not-clean",
            ErrorKind.CONFLICT,
            "文件尚未通过检查，不能使用。",
            "The file has not passed its checks and cannot be used."),
    FILE_INFECTED(
            "file-infected",
            ErrorKind.UNPROCESSABLE,
            "文件含有恶意程序，已删除。",
            "The file carries malware and has been deleted."),
    FILE_NOT_SCANNABLE(
            "file-not-scannable",
            ErrorKind.UNPROCESSABLE,
            "文件过大，无法检查是否含恶意程序，已删除。",
            "The file is too large to be checked for malware and has been deleted."),
    FILE_ACCESS_WITHDRAWN(
            "file-access-withdrawn",
            ErrorKind.FORBIDDEN,
            "您上传的文件已归入一条您现在无权查看的记录。",
            "The file that you uploaded belongs to a record that you may not read any more."),
    FILE_STREAMED_ONLY(
            "file-streamed-only",
            ErrorKind.CONFLICT,
            "含身份信息的文件不提供直接下载地址，请经由平台下载。",
            "A file with identity data has no address of its own; download it through the platform."),
    FILE_DAMAGED("file-damaged", ErrorKind.UNPROCESSABLE, "文件已损坏或不完整。", "The file is damaged or cut off."),
    FILE_HOLDS_MORE(
            "file-holds-more",
            ErrorKind.UNPROCESSABLE,
            "文件中夹带了其他内容。",
            "The file carries other content besides what its type allows."),
    FILE_ACTIVE(
            "file-active",
            ErrorKind.UNPROCESSABLE,
            "文件中含有宏、脚本或可自动执行的动作，请去除后重新上传。",
            "The file carries macros, a script or an action that runs by itself; upload it without them."),
    FILE_ENCRYPTED(
            "file-encrypted",
            ErrorKind.UNPROCESSABLE,
            "文件设有打开密码，请去除密码后重新上传。",
            "The file needs a password to be opened; upload it without one."),
    FILE_EXPANDS_TOO_FAR(
            "file-expands-too-far",
            ErrorKind.UNPROCESSABLE,
            "文件展开后过大或条目过多。",
            "Unpacked, the file would be too large or hold too much."),
    ARCHIVE_UNSAFE(
            "archive-unsafe",
            ErrorKind.UNPROCESSABLE,
            "压缩包中含有不安全的路径、重名文件或链接。",
            "The archive holds a path that leads out of it, a name twice, or a link."),
    ARCHIVE_INCONSISTENT(
            "archive-inconsistent",
            ErrorKind.UNPROCESSABLE,
            "压缩包的目录与内容不一致。",
            "The archive's directory does not agree with what it holds."),
    PICTURE_TOO_SMALL("picture-too-small", ErrorKind.UNPROCESSABLE, "图片像素不足。", "The picture has too few pixels."),
    PICTURE_TOO_LARGE(
            "picture-too-large",
            ErrorKind.UNPROCESSABLE,
            "图片像素过多，最多 5000 万像素。",
            "The picture has too many pixels; the most is 50 million.");

    private final Failure failure;

    /** The refusal of a file because of where it stands. */
    public static DomainException notClean(FileState state) {
        return DomainException.of(FILE_NOT_CLEAN)
                .withDetail(new Title(
                        "文件状态：%s，不能使用。".formatted(state.title().zh()),
                        "The file cannot be used; it stands at: %s."
                                .formatted(state.title().en())))
                .with("state", state.code())
                .with("stateTitle", state.title());
    }

    FileError(String code, ErrorKind kind, String zh, String en) {
        failure = new Failure(code, kind, zh, en);
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
