package io.portolan.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/** Says of a form with too large a file or text that it is that: the form could not be read, so its CSRF token would be missed instead. */
class LargeFormFilter extends OncePerRequestFilter {

    private final DataSize files;
    private final DataSize texts;

    LargeFormFilter(DataSize files, DataSize texts) {
        this.files = files;
        this.texts = texts;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getContentLengthLong() > most(request.getContentType() == null ? "" : request.getContentType())) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            chain.doFilter(request, response);
        }
    }

    private long most(String type) {
        return type.startsWith("multipart/") ? files.toBytes() : type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE) ? texts.toBytes() : Long.MAX_VALUE;
    }
}
