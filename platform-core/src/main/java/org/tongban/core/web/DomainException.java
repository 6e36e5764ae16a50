package org.tongban.core.web;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Title;

/** The one exception by which a request is refused (CO-10): a code, and every violation found. */
public final class DomainException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient ErrorCode code;
    private final transient @Nullable Title detail;
    private final transient List<Violation> violations;
    private final transient Map<String, Object> members;
    private final transient @Nullable Duration ending;

    private DomainException(
            ErrorCode code,
            @Nullable Title detail,
            List<Violation> violations,
            Map<String, Object> members,
            @Nullable Duration ending) {
        super(code.code() + violations, null, false, false);
        this.code = code;
        this.detail = detail;
        this.violations = List.copyOf(violations);
        this.members = Map.copyOf(members);
        this.ending = ending;
    }

    /** A refusal with a code alone. */
    public static DomainException of(ErrorCode code) {
        return new DomainException(code, null, List.of(), Map.of(), null);
    }

    /** A refusal with every violation found. */
    public static DomainException of(ErrorCode code, List<Violation> violations) {
        return new DomainException(code, null, violations, Map.of(), null);
    }

    /** The same refusal with a sentence about this case. */
    public DomainException withDetail(Title sentence) {
        return new DomainException(code, sentence, violations, members, ending);
    }

    /** The same refusal with a further member of the answer, say both states of an illegal move. */
    public DomainException with(String name, Object value) {
        var more = new java.util.LinkedHashMap<>(members);
        more.put(name, value);
        return new DomainException(code, detail, violations, more, ending);
    }

    /** The same refusal, which ends after a while: {@code Retry-After}. */
    public DomainException endingAfter(Duration time) {
        return new DomainException(code, detail, violations, members, time);
    }

    public ErrorCode code() {
        return code;
    }

    public @Nullable Title detail() {
        return detail;
    }

    /** What it says: the sentence about this case, or else the title of its code. */
    public Title said() {
        return detail == null ? code.title() : detail;
    }

    public List<Violation> violations() {
        return violations;
    }

    public Map<String, Object> members() {
        return members;
    }

    /** After what time a repeat may succeed, where that is known. */
    public @Nullable Duration endsAfter() {
        return ending;
    }
}
