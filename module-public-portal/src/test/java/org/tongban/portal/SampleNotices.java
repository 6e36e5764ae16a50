package org.tongban.portal;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tongban.core.module.Language;
import org.tongban.core.notice.NoticeBoard;
import org.tongban.core.notice.ShownNotice;
import org.tongban.core.notice.ShownNotice.Attachment;

/** Made-up notices, more than a page holds; the text of each tries to be HTML. */
final class SampleNotices implements NoticeBoard {
    /** The first of them, which is pinned. */
    static final UUID FIRST = new UUID(1, 0);

    private static final int COUNT = 25;

    @Override
    public List<ShownNotice> shown(Language language, @Nullable UUID after, int most) {
        int from = after == null ? 0 : (int) after.getLeastSignificantBits() + 1;
        return IntStream.range(from, Math.min(COUNT, from + most))
                .mapToObj(place -> notice(place, language))
                .toList();
    }

    @Override
    public List<ShownNotice> questions(Language language, int most) {
        return shown(language, null, 3);
    }

    @Override
    public Optional<ShownNotice> find(UUID id, Language language) {
        return id.equals(FIRST) ? Optional.of(notice(0, language)) : Optional.empty();
    }

    private static ShownNotice notice(int place, Language language) {
        var english = language == Language.EN;
        return new ShownNotice(
                new UUID(1, place),
                "platform",
                english ? "Platform" : "平台",
                (english ? "Notice <b>" : "关于2026年度专利密集型产品备案工作的公告 <b>") + place,
                """
                自2026年12月1日起受理，详见 https://example.org/a?b=1&c=2。<script>alert(1)</script>
                第二行。

                - 请先核对单位信息。
                - 请备好 javascript:alert(1) 证明材料。

                最后一段。\
                """,
                LocalDate.of(2026, 11, 20),
                place == 0,
                place == 0 ? List.of(new Attachment("公告.pdf", "/api/platform/v1/public/files/" + FIRST, 9)) : List.of(),
                1);
    }
}
