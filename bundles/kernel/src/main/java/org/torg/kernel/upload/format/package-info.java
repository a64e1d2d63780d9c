/** What the types of uploaded files look like, and where names hide in them. */
@org.jspecify.annotations.NullMarked
package org.torg.kernel.upload.format;
