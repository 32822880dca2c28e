package norms
import "io/fs"
func mustSub() fs.FS { d, _ := fs.Sub(data, "data"); return d }
