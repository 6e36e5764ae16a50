package org.tongban.core.file;

/** A file type as found from content, never from name or header (CO-35). */
public enum FileType {
    PNG("image/png"),
    BMP("image/bmp"),
    JPEG("image/jpeg"),
    PDF("application/pdf"),
    MP4("video/mp4"),
    CSV("text/csv");

    private final String mediaType;

    FileType(String mediaType) {
        this.mediaType = mediaType;
    }

    /** The media type that a file of this type is served with. */
    public String mediaType() {
        return mediaType;
    }
}
