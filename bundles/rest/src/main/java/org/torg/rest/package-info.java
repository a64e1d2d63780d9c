/** The HTTP API: one application at {@code /api/v1}; a folder for each feature's resources. */
@NullMarked
package org.torg.rest;

import org.jspecify.annotations.NullMarked;
