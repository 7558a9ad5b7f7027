package io.portolan.access;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The answer of pages and API with a file that others have made: whatever it is, a browser saves it and runs nothing of it. */
public final class SavedFile {

    private SavedFile() { }

    /** The file under this name, kept by no browser on the way. */
    public static ResponseEntity<byte[]> of(String name, String mediaType, byte[] body) {
        return ResponseEntity.ok().contentType(MediaType.parseMediaType(mediaType))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
                .header("X-Content-Type-Options", "nosniff").header("Content-Security-Policy", "sandbox; default-src 'none'")
                .cacheControl(CacheControl.noStore()).body(body);
    }
}
