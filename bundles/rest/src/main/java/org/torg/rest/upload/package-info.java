/** Files that customers send, by the tus protocol 1.0.0, and fetch. */
@NullMarked
package org.torg.rest.upload;

import org.jspecify.annotations.NullMarked;
