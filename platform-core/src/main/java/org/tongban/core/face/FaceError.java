package org.tongban.core.face;

import org.tongban.core.web.ErrorCode;
import org.tongban.core.web.ErrorKind;
import org.tongban.core.web.Failure;

/** Why a face verification is not started, its result not taken, or a match not used (CO-75). */
public enum FaceError implements ErrorCode {
    FACE_LIMIT("face-limit", ErrorKind.TOO_MANY, "人脸核验次数过多，请稍后再试。", "Too many face verifications; try again later."),
    FACE_POLL_LIMIT(
            "face-poll-limit",
            ErrorKind.TOO_MANY,
            "查询过于频繁，请至少间隔2秒。",
            "Polled too soon; leave 2 seconds between polls."),
    FACE_RESULT_REFUSED(
            "face-result-refused",
            ErrorKind.UNAUTHENTICATED,
            "人脸核验结果无效：签名、时间或令牌不符，或该令牌已有结果。",
            "Not a valid result: its signature, time or token is not right, or the token has a result already."),
    FACE_NOT_VERIFIED(
            "face-not-verified",
            ErrorKind.CONFLICT,
            "人脸核验未通过、已使用或已过期，请重新核验。",
            "The face is not verified, or that was used or is over; verify it again.");

    private final Failure failure;

    FaceError(String code, ErrorKind kind, String zh, String en) {
        failure = new Failure(code, kind, zh, en);
    }

    @Override
    public Failure failure() {
        return failure;
    }
}
