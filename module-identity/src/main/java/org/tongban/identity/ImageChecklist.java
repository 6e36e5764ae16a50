package org.tongban.identity;

import java.util.List;
import org.tongban.core.module.Title;
import org.tongban.core.review.ReviewType.ChecklistItem;

/** What an officer looks at in the image of a document. */
public final class ImageChecklist {
    /** The points. */
    public static final List<ChecklistItem> ITEMS = List.of(
            new ChecklistItem("legible", new Title("图片清晰完整", "The image is legible and whole")),
            new ChecklistItem("unaltered", new Title("图片未经涂改", "The image is unaltered")),
            new ChecklistItem("equal", new Title("与填写内容一致", "It says what was filled in")));

    private ImageChecklist() {}
}
