package org.tongban.pages;

/** Who may call an endpoint (CO-28). */
public sealed interface Access {
    /** Whoever asks, with or without a token. */
    record Anyone() implements Access {}

    /** Every account, about its own things. */
    record SignedIn() implements Access {}

    /** Who holds the permission, by a role or by the realm. */
    record Holder(String permission) implements Access {}

    /** Who holds the permission of at least one review type. */
    record AnyReviewer() implements Access {}

    /** In a word or two. */
    default String words() {
        return switch (this) {
            case Anyone anyone -> "anyone";
            case SignedIn signedIn -> "signed in";
            case Holder holder -> Markdown.code(holder.permission());
            case AnyReviewer anyReviewer -> "any reviewer";
        };
    }
}
