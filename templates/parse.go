package templates

import (
	"errors"
	"fmt"
	"reflect"
	"strings"

	"go.yaml.in/yaml/v4"
)

// parse reads a file of texts. An unknown key, a missing text and what check
// (which may be nil) finds are errors.
func parse[T any](data []byte, check func(*T) []error) (*T, error) {
	texts := new(T)
	if err := yaml.Load(data, texts, yaml.WithKnownFields()); err != nil {
		return nil, err
	}
	errs := empty("", reflect.ValueOf(*texts))
	if check != nil {
		errs = append(errs, check(texts)...)
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	return texts, nil
}

// must gives the texts that are part of the program; a test reads them.
func must[T any](texts *T, err error) *T {
	if err != nil {
		panic(fmt.Sprintf("%T: %v", texts, err))
	}
	return texts
}

// empty finds texts that are missing.
func empty(path string, v reflect.Value) []error {
	var errs []error
	missing := func() { errs = append(errs, fmt.Errorf("%s: de tekst ontbreekt", path)) }
	switch v.Kind() {
	case reflect.String:
		if strings.TrimSpace(v.String()) == "" {
			missing()
		}
	case reflect.Struct:
		for i := range v.NumField() {
			name := strings.ToLower(v.Type().Field(i).Name)
			if path != "" {
				name = path + "." + name
			}
			errs = append(errs, empty(name, v.Field(i))...)
		}
	case reflect.Map:
		if v.Len() == 0 {
			missing()
		}
		for _, k := range v.MapKeys() {
			errs = append(errs, empty(path+"."+k.String(), v.MapIndex(k))...)
		}
	case reflect.Slice:
		if v.Len() == 0 {
			missing()
		}
		for i := range v.Len() {
			errs = append(errs, empty(fmt.Sprintf("%s[%d]", path, i), v.Index(i))...)
		}
	}
	return errs
}
