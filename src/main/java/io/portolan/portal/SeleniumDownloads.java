package io.portolan.portal;

import java.nio.file.Path;
import java.util.List;

/** A driver whose browser puts what it downloads into a folder of its own. */
interface SeleniumDownloads {

    /** The files that are there and complete. */
    List<Path> complete();
}
